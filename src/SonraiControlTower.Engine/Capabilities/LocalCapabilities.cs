namespace SonraiControlTower.Engine;

/// <summary>The operations that the engine stands in for. It implements every port, so it offers them all.</summary>
internal sealed class LocalCapabilities(IReadOnlyList<TenantCapability> operations, LocalSession session) : ICapabilities
{
    public IAsyncEnumerable<TenantCapability> ListAsync(CancellationToken cancellationToken) =>
        session.Stream(() => operations.Select(operation => operation with { IsOffered = true }), cancellationToken);
}
