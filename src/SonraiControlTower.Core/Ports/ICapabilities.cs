namespace SonraiControlTower;

/// <summary>What of the operations that this module uses Dig offers.</summary>
public interface ICapabilities
{
    /// <summary>Every operation that the module uses, by name. Nothing of it is executed: only the schema is asked.</summary>
    IAsyncEnumerable<TenantCapability> ListAsync(CancellationToken cancellationToken);
}
