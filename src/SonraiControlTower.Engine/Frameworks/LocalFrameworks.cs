namespace SonraiControlTower.Engine;

/// <summary>The control frameworks of the local engine: what they are is given, whether they are enabled is kept here.</summary>
internal sealed class LocalFrameworks(
    IReadOnlyList<SonraiControlFramework> frameworks, LocalSwimlanes swimlanes, LocalSession session, LocalAuditLog audit) : IControlFrameworks
{
    private readonly Lock _gate = new();
    private readonly List<SonraiControlFramework> _now = [.. frameworks];

    public IAsyncEnumerable<SonraiControlFramework> ListAsync(CancellationToken cancellationToken) => session.Stream(Snapshot, cancellationToken);

    public async Task<FrameworkAnswer> SetEnabledAsync(
        SonraiControlFramework framework, SonraiSwimlane? swimlane, bool enabled, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(framework);
        session.Demand(cancellationToken);
        var lane = swimlane is null ? null : swimlanes.Demand(swimlane);
        lock (_gate)
        {
            var at = _now.FindIndex(one => one.Srn == framework.Srn);
            if (at >= 0)
            {
                _now[at] = lane is null or { IsGlobal: true } ? _now[at] with { IsEnabled = enabled } : With(_now[at], lane, enabled);
                audit.Record(
                    "UpdateControlFramework",
                    framework.Srn,
                    $"{(enabled ? "Enabled" : "Disabled")} '{framework.Title}' {(lane is null or { IsGlobal: true } ? "globally" : $"for the swimlane '{lane.Title}'")}.");
            }

            return new FrameworkAnswer(at < 0 ? null : _now[at], null);
        }
    }

    private List<SonraiControlFramework> Snapshot()
    {
        lock (_gate)
        {
            return [.. _now];
        }
    }

    private static SonraiControlFramework With(SonraiControlFramework framework, SonraiSwimlane lane, bool enabled)
    {
        var others = framework.SwimlaneSrns!.Zip(framework.Swimlanes!).Where(one => one.First != lane.Srn);
        List<(string Srn, string Title)> lanes = enabled ? [.. others, (lane.Srn, lane.Title)] : [.. others];
        return framework with { SwimlaneSrns = lanes.ConvertAll(one => one.Srn), Swimlanes = lanes.ConvertAll(one => one.Title) };
    }
}
