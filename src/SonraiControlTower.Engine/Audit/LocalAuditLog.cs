namespace SonraiControlTower.Engine;

/// <summary>What was done with the local engine in this session.</summary>
internal sealed class LocalAuditLog(string tenant, SonraiUser self, TimeProvider clock, LocalSession session) : IAuditLog
{
    private readonly Lock _gate = new();
    private readonly List<SonraiAuditEvent> _events = [];

    /// <summary>Notes what was done, under the name that the operation has at a tenant.</summary>
    public void Record(string operation, string? resourceSrn, string message)
    {
        lock (_gate)
        {
            _events.Add(new SonraiAuditEvent
            {
                CreatedAt = clock.GetUtcNow(),
                EventName = operation,
                ActionType = operation.StartsWith("Delete", StringComparison.Ordinal) ? "Delete" : "Update",
                Message = message,
                Actor = self.ToString(),
                ActorSrn = self.Srn,
                ResourceSrn = resourceSrn,
                Srn = $"srn:{tenant}::SonraiAuditLog/{Guid.NewGuid()}",
            });
        }
    }

    public IAsyncEnumerable<SonraiAuditEvent> ListAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        session.Stream(() => Between(new DateRange(from, to)), cancellationToken);

    private List<SonraiAuditEvent> Between(DateRange range)
    {
        lock (_gate)
        {
            return _events.FindAll(one => range.Contains(one.CreatedAt));
        }
    }
}
