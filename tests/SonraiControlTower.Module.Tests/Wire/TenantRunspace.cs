using SonraiControlTower.Module.Tests.Hosting;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>A runspace connected to Dig's contract server, with a proxy between that can break things.</summary>
internal sealed class TenantRunspace : IAsyncDisposable
{
    private TenantRunspace(DigContractServer dig, FaultProxy proxy, string collector)
    {
        Dig = dig;
        Proxy = proxy;
        CollectorSrn = collector;
        Token = dig.IssueToken();
    }

    public const string Collector = "security-collectors";

    public DigContractServer Dig { get; }

    public FaultProxy Proxy { get; }

    public string CollectorSrn { get; }

    public string Token { get; }

    public ModuleRunspace Module { get; } = new();

    public static async Task<TenantRunspace> StartAsync(DigContractOptions? options = null)
    {
        var dig = await DigContractServer.StartAsync(options);
        return new TenantRunspace(dig, await FaultProxy.StartAsync(dig.Endpoint), dig.AddCollector(Collector));
    }

    public static async Task<TenantRunspace> ConnectAsync(DigContractOptions? options = null)
    {
        var tenant = await StartAsync(options);
        tenant.Connect().Errors.ShouldBeEmpty();
        return tenant;
    }

    public Outcome Connect(string? token = null) => Run("Connect-Sonrai -Token $token -Endpoint $endpoint", ("token", token ?? Token));

    public Outcome Run(string script, params (string Name, object? Value)[] variables) =>
        Module.Run(script, [("endpoint", Proxy.Address), .. variables]);

    public async ValueTask DisposeAsync()
    {
        Module.Dispose();
        await Proxy.DisposeAsync();
        await Dig.DisposeAsync();
    }
}
