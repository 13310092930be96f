using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

/// <summary>A contract server, with a proxy before it where the test wants one, and a session with it.</summary>
internal sealed class TestTenant : IAsyncDisposable
{
    private TestTenant(DigContractServer server, FaultProxy? proxy, StepClock clock, ApiToken token, DigOptions options)
    {
        (Server, ProxyOrNull, Clock, Token) = (server, proxy, clock, token);
        Dig = new DigTenant(token, proxy?.Address ?? server.Endpoint, options with { Clock = clock });
    }

    public DigContractServer Server { get; }

    public FaultProxy Proxy => ProxyOrNull!;

    public StepClock Clock { get; }

    public ApiToken Token { get; }

    public DigTenant Dig { get; }

    private FaultProxy? ProxyOrNull { get; }

    public static async Task<TestTenant> StartAsync(DigContractOptions? contract = null, DigOptions? options = null, bool behindProxy = false)
    {
        var clock = new StepClock();
        var server = await DigContractServer.StartAsync((contract ?? new DigContractOptions()) with { Clock = clock });
        var proxy = behindProxy ? await FaultProxy.StartAsync(server.Endpoint) : null;
        return new TestTenant(server, proxy, clock, new ApiToken(server.IssueToken()), options ?? new DigOptions());
    }

    /// <summary>Adds a collector to the server and gives it as the house knows it.</summary>
    public SonraiCollector AddCollector(string name = "prod") => new(name, Server.AddCollector(name), "aws");

    /// <summary>Registers accounts behind the API's back.</summary>
    public void AddAccounts(SonraiCollector collector, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Server.AddAccount(collector.Srn, $$"""{"accountNumber":"{{id}}","roleArn":"arn:aws:iam::{{id}}:role/reader"}""");
        }
    }

    public static string Id(int number) => $"{number:D12}";

    public static RegistrationRequest Request(string id) =>
        new(AccountId.Parse(id), $"arn:aws:iam::{id}:role/sonrai-collector-role", null, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public async ValueTask DisposeAsync()
    {
        Dig.Dispose();
        if (ProxyOrNull is not null)
        {
            await ProxyOrNull.DisposeAsync();
        }

        await Server.DisposeAsync();
    }
}
