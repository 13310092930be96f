namespace SonraiControlTower;

/// <summary>Dig's control frameworks.</summary>
public interface IControlFrameworks
{
    /// <summary>Every control framework: Sonrai's own, the tenant's copies of those, and what the tenant made itself.</summary>
    IAsyncEnumerable<SonraiControlFramework> ListAsync(CancellationToken cancellationToken);

    /// <summary>Enables or disables a framework, for one swimlane or globally where that is null, and reads it afresh. It sends the change once.</summary>
    /// <exception cref="SonraiException"><c>OperationNotOffered</c> where the tenant has no such operation, or what makes every such call fail.</exception>
    Task<FrameworkAnswer> SetEnabledAsync(
        SonraiControlFramework framework, SonraiSwimlane? swimlane, bool enabled, CancellationToken cancellationToken);
}
