using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Users;

public sealed class UserChoiceTests
{
    private static readonly SonraiUser _ada = new("srn:acme::SonraiUser/1", "Ada", "ada@example.com");
    private static readonly SonraiUser _bob = new("srn:acme::SonraiUser/2", "Bob", "bob@example.com");

    [Theory]
    [InlineData("ADA@example.com")]
    [InlineData("ada")]
    [InlineData("srn:acme::SonraiUser/1")]
    public async Task A_user_is_chosen_by_address_name_or_SRN(string text) => (await ChooseAsync(text, _ada, _bob)).ShouldBe(_ada);

    [Fact]
    public async Task Nobody_of_that_name_is_refused()
    {
        var problem = await ChooseAsync("eve", _ada, _bob).RefusalAsync();

        problem.Id.ShouldBe("UserNotFound");
        problem.Message.ShouldContain("'eve'");
    }

    [Fact]
    public async Task A_name_that_two_have_is_refused_with_their_addresses()
    {
        var problem = await ChooseAsync("ada", _ada, _bob with { Name = "Ada" }).RefusalAsync();

        problem.Id.ShouldBe("UserAmbiguous");
        problem.Remedy.ShouldContain("ada@example.com, bob@example.com");
    }

    private static Task<SonraiUser> ChooseAsync(string text, params SonraiUser[] users) => UserChoice.ChooseAsync(new Listed(users), text, default);

    private sealed class Listed(SonraiUser[] users) : IUsers
    {
        public IAsyncEnumerable<SonraiUser> ListAsync(CancellationToken cancellationToken) => users.ToAsyncEnumerable();
    }
}
