namespace SonraiControlTower;

/// <summary>Dig's own audit log: who did what in Dig itself. It is not the activity in the cloud accounts.</summary>
public interface IAuditLog
{
    /// <summary>The events between two instants.</summary>
    IAsyncEnumerable<SonraiAuditEvent> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
