using System.Net;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class FaultProxyTests
{
    [Fact]
    public async Task Without_a_script_everything_passes()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);

        (await tenant.Dig.Tokens.TestAsync(null, default)).IsValid.ShouldBeTrue();

        tenant.Proxy.Seen.ShouldBe(1);
    }

    [Fact]
    public async Task A_status_is_answered_without_forwarding()
    {
        await using var server = await DigContractServer.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(server.Endpoint);
        proxy.Script(ProxyFault.Answer(429, "3"));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        using var response = await client.PostAsync(proxy.Address, new StringContent("{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
        server.Record.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_after_forwarding_loses_the_answer_and_not_the_deed()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        tenant.Proxy.Script(ProxyFault.CutAfterForwarding);

        await Throws.ProblemOf(tenant.Dig.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default));

        tenant.Server.Record.Count("GenerateSonraiUserToken").ShouldBe(1);
    }

    [Fact]
    public async Task A_delayed_request_goes_on_when_its_time_has_come()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        tenant.Proxy.Script(ProxyFault.Delay(TimeSpan.FromSeconds(30), tenant.Clock));

        (await tenant.Clock.RunAsync(tenant.Dig.Tokens.TestAsync(null, default))).IsValid.ShouldBeTrue();

        tenant.Clock.Pauses.ShouldBe([TimeSpan.FromSeconds(30)]);
    }

    [Fact]
    public async Task A_held_request_goes_on_when_the_test_lets_it()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var release = new TaskCompletionSource();
        tenant.Proxy.Script(ProxyFault.HoldUntil(release.Task));

        var verdict = tenant.Dig.Tokens.TestAsync(null, default);
        tenant.Server.Record.Requests.ShouldBeEmpty();
        release.SetResult();

        (await verdict).IsValid.ShouldBeTrue();
    }
}
