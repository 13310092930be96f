using SonraiControlTower.Hosting;

namespace SonraiControlTower;

internal static class Composition
{
    public static Session OpenSandbox() => throw new NotSupportedException();
    public static Task<Session> OpenLocalAsync(AwsAccess a, AwsAccess b, CancellationToken c) => throw new NotSupportedException();
    public static Task<Session> OpenTenantAsync(ApiToken t, Uri? e, TimeSpan s, AwsAccess a, CancellationToken c) => throw new NotSupportedException();
    public static Task<TokenVerdict> TestTokenAsync(ApiToken t, Uri? e, CancellationToken c) => throw new NotSupportedException();
}
