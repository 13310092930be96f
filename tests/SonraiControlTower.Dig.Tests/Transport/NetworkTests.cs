using System.Net;
using System.Net.Sockets;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

/// <summary>What a real socket does, told from what the rules expect of it.</summary>
public sealed class NetworkTests
{
    [Fact]
    public async Task A_port_where_nobody_listens_is_unreachable_and_nothing_counts_as_sent()
    {
        var clock = new StepClock();

        // Bound but not listening: nobody else can be given the port meanwhile.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndPoint!).Port}");
        using var tenant = new DigTenant(Jwt.Of(), address, new DigOptions { Clock = clock });

        var problem = await Throws.ProblemOf(clock.RunAsync(tenant.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default)));

        problem.Id.ShouldBe("DigUnreachable");
        clock.Pauses.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("cut before")]
    [InlineData("cut after")]
    [InlineData("truncated")]
    public async Task A_query_whose_answer_breaks_is_asked_again(string fault)
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        tenant.Proxy.Script(fault switch
        {
            "cut before" => ProxyFault.CutBeforeForwarding,
            "cut after" => ProxyFault.CutAfterForwarding,
            _ => ProxyFault.TruncateBody,
        });

        (await tenant.Clock.RunAsync(tenant.Dig.Tokens.TestAsync(null, default))).IsValid.ShouldBeTrue();

        tenant.Proxy.Seen.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_a_gateway_puts_in_place_of_the_answer_is_told_and_not_asked_for_again()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        tenant.Proxy.Script(ProxyFault.GarbageBody);

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.TestAsync(null, default));

        problem.Id.ShouldBe("DigUnexpectedAnswer");
        problem.Message.ShouldContain("text/html");
        tenant.Proxy.Seen.ShouldBe(1);
    }

    [Fact]
    public async Task Errors_beside_the_data_of_a_query_are_a_failure()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.Script("SonraiUserTokens", ServerFault.PartialAnswer("one shard is away"));

        var problem = await Throws.ProblemOf(tenant.Dig.Tokens.ListAsync(default).ToListAsync().AsTask());

        problem.Message.ShouldContain("one shard is away");
    }
}
