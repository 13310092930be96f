namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>Frameworks whose changes end as the test says.</summary>
internal sealed class FakeFrameworks(params IReadOnlyList<SonraiControlFramework> frameworks) : IControlFrameworks
{
    private readonly List<SonraiControlFramework> _now = [.. frameworks];

    /// <summary>The SRN of each framework that was changed, and the swimlane it was changed for.</summary>
    public List<(string Srn, SonraiSwimlane? Swimlane, bool Enabled)> Sent { get; } = [];

    /// <summary>How often the whole list was read.</summary>
    public int Lists { get; private set; }

    /// <summary>Whether changes take effect.</summary>
    public bool Moves { get; set; } = true;

    /// <summary>What Dig has against a change, or that its answer was lost.</summary>
    public Problem? Problem { get; set; }

    public static SonraiControlFramework Framework(string title, string? srn = null, bool enabled = false) =>
        new() { Title = title, Srn = srn ?? $"srn:acme::ControlFramework/{title}", IsEnabled = enabled, Swimlanes = [], SwimlaneSrns = [] };

    public void Remove(SonraiControlFramework framework) => _now.Remove(framework);

    public IAsyncEnumerable<SonraiControlFramework> ListAsync(CancellationToken cancellationToken)
    {
        Lists++;
        return _now.ToAsyncEnumerable();
    }

    public Task<FrameworkAnswer> SetEnabledAsync(
        SonraiControlFramework framework, SonraiSwimlane? swimlane, bool enabled, CancellationToken cancellationToken)
    {
        Sent.Add((framework.Srn, swimlane, enabled));
        var at = _now.FindIndex(one => one.Srn == framework.Srn);
        if (Moves && at >= 0)
        {
            _now[at] = swimlane is null
                ? _now[at] with { IsEnabled = enabled }
                : _now[at] with { Swimlanes = enabled ? [swimlane.Title] : [], SwimlaneSrns = enabled ? [swimlane.Srn] : [] };
        }

        return Task.FromResult(new FrameworkAnswer(at < 0 ? null : _now[at], Problem));
    }
}
