using SonraiControlTower.Engine;
using SonraiControlTower.Hosting;
using SonraiControlTower.Sandbox;

namespace SonraiControlTower;

/// <summary>
/// Puts the back rooms together, one way for each light the house can be lit by. It is the only place of this assembly that names them: the first
/// call here is what loads them.
/// </summary>
internal static class Composition
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    /// <summary>A made-up landing zone and the local engine: no AWS, no tenant.</summary>
    public static Session OpenSandbox()
    {
        var zone = LandingZone.Sample(Clock);
        var context = new SonraiContext { Mode = SonraiMode.Sandbox, Tenant = LandingZone.Tenant, ConnectedAt = Clock.GetUtcNow() };
        return new Session(context, new SandboxAws(zone), new LocalDig(LandingZone.Tenant, [zone.Collector], Clock), new AwsAccess());
    }
    public static Task<Session> OpenLocalAsync(AwsAccess a, AwsAccess b, CancellationToken c) => throw new NotSupportedException();
    public static Task<Session> OpenTenantAsync(ApiToken t, Uri? e, TimeSpan s, AwsAccess a, CancellationToken c) => throw new NotSupportedException();
    public static Task<TokenVerdict> TestTokenAsync(ApiToken t, Uri? e, CancellationToken c) => throw new NotSupportedException();
}
