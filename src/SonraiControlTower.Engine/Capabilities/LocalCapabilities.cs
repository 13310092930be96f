namespace SonraiControlTower.Engine;

/// <summary>The operations that the engine stands in for. It implements every port, so it offers them all.</summary>
internal sealed class LocalCapabilities(IReadOnlyList<TenantCapability> operations, LocalSession session) : ICapabilities
{
    public IAsyncEnumerable<TenantCapability> ListAsync(CancellationToken cancellationToken)
    {
        return List().ToAsyncEnumerable();

        IEnumerable<TenantCapability> List()
        {
            session.Demand(cancellationToken);
            foreach (var operation in operations)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return operation with { IsOffered = true };
            }
        }
    }
}
