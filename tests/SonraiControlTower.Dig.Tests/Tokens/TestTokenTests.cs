using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class TestTokenTests
{
    [Fact]
    public async Task The_sessions_own_token_is_valid()
    {
        await using var tenant = await TestTenant.StartAsync();

        var verdict = await tenant.Dig.Tokens.TestAsync(null, default);

        verdict.Status.ShouldBe(TokenStatus.Valid);
        verdict.Tenant.ShouldBe("crc90210");
        verdict.User.ShouldBe("operator@example.com");
        verdict.ExpiresAt.ShouldBe(tenant.Clock.GetUtcNow() + TimeSpan.FromHours(2));
        verdict.TimeLeft.ShouldBe(TimeSpan.FromHours(2));
        verdict.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_given_token_is_asked_about_with_that_token()
    {
        await using var tenant = await TestTenant.StartAsync();
        var other = new ApiToken(tenant.Server.IssueToken(TimeSpan.FromDays(3)));

        (await tenant.Dig.Tokens.TestAsync(other, default)).TimeLeft.ShouldBe(TimeSpan.FromDays(3));

        tenant.Server.Revoke(other.Reveal());
        (await tenant.Dig.Tokens.TestAsync(other, default)).Status.ShouldBe(TokenStatus.Refused);
        (await tenant.Dig.Tokens.TestAsync(null, default)).Status.ShouldBe(TokenStatus.Valid);
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_not_shown_to_this_one()
    {
        await using var tenant = await TestTenant.StartAsync();

        var verdict = await tenant.Dig.Tokens.TestAsync(new ApiToken(tenant.Server.IssueToken(org: "crc666")), default);

        verdict.Status.ShouldBe(TokenStatus.WrongTenant);
        verdict.Tenant.ShouldBe("crc666");
        tenant.Server.Record.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_whose_token_names_no_tenant_lets_the_server_judge()
    {
        await using var server = await DigContractServer.StartAsync();
        using var dig = new DigTenant(Jwt.Of(org: null, env: null), server.Endpoint);

        var verdict = await dig.Tokens.TestAsync(new ApiToken(server.IssueToken(org: "crc666")), default);

        verdict.Status.ShouldBe(TokenStatus.WrongTenant);
    }

    [Fact]
    public async Task An_ended_token_is_told_without_asking()
    {
        await using var tenant = await TestTenant.StartAsync();

        var verdict = await tenant.Dig.Tokens.TestAsync(new ApiToken(tenant.Server.IssueToken(TimeSpan.FromMinutes(-5))), default);

        verdict.Status.ShouldBe(TokenStatus.Expired);
        verdict.TimeLeft.ShouldBe(TimeSpan.Zero);
        verdict.Reason.ShouldNotBeNull();
        tenant.Server.Record.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("a.b.c")]
    [InlineData("e30.!!!.e30")]
    public async Task A_text_that_is_no_token_is_malformed(string text)
    {
        await using var tenant = await TestTenant.StartAsync();

        var verdict = await tenant.Dig.Tokens.TestAsync(new ApiToken(text), default);

        verdict.Status.ShouldBe(TokenStatus.Malformed);
        verdict.Reason!.ShouldNotContain(text);
    }

    [Fact]
    public async Task A_token_that_the_tenant_never_made_is_refused()
    {
        await using var tenant = await TestTenant.StartAsync();

        (await tenant.Dig.Tokens.TestAsync(Jwt.Of("crc90210"), default)).Status.ShouldBe(TokenStatus.Refused);
    }
}
