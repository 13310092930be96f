namespace SonraiControlTower.Sandbox.Tests.Organizations;

public sealed class NextTokensTests
{
    private readonly NextTokens _tokens = new();

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(int.MaxValue)]
    public void A_token_gives_back_the_position_it_was_made_for(int position) =>
        _tokens.Read("ListAccounts", null, _tokens.Issue("ListAccounts", null, position)).ShouldBe(position);

    [Fact]
    public void Without_a_token_reading_begins_at_the_beginning() =>
        _tokens.Read("ListAccounts", null, token: null).ShouldBe(0);

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("not base64url !")]
    [InlineData("AAAAFAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_made_up_token_is_refused(string token) =>
        ShouldBeInvalid(() => _tokens.Read("ListAccounts", null, token));

    [Fact]
    public void A_token_of_another_operation_is_refused() =>
        ShouldBeInvalid(() => _tokens.Read("ListRoots", null, _tokens.Issue("ListAccounts", null, 20)));

    [Fact]
    public void A_token_of_another_parent_is_refused() =>
        ShouldBeInvalid(() => _tokens.Read("ListAccountsForParent", "ou-b", _tokens.Issue("ListAccountsForParent", "ou-a", 20)));

    [Fact]
    public void A_token_of_another_service_is_refused() =>
        ShouldBeInvalid(() => new NextTokens().Read("ListAccounts", null, _tokens.Issue("ListAccounts", null, 20)));

    private static void ShouldBeInvalid(Action read) => Zones.Refusal(read).Message.ShouldContain("INVALID_NEXT_TOKEN");
}
