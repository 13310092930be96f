namespace SonraiControlTower;

/// <summary>Enables or disables control frameworks, globally or for one swimlane. What there is it reads once; every change it reads back.</summary>
public sealed class FrameworkSwitch
{
    private readonly IControlFrameworks _frameworks;
    private readonly SonraiSwimlane? _swimlane;
    private readonly bool _enabled;
    private List<SonraiControlFramework>? _known;

    /// <param name="frameworks">Dig's frameworks.</param>
    /// <param name="swimlane">The swimlane; null, or the global one, for the whole estate.</param>
    /// <param name="enabled">True to enable, false to disable.</param>
    public FrameworkSwitch(IControlFrameworks frameworks, SonraiSwimlane? swimlane, bool enabled)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        _frameworks = frameworks;
        _swimlane = swimlane is { IsGlobal: true } ? null : swimlane;
        _enabled = enabled;
    }

    /// <summary>The state that is wanted, in words.</summary>
    public string Wanted => $"{(_enabled ? "enabled" : "disabled")} {(_swimlane is null ? "globally" : $"for swimlane '{_swimlane.Title}'")}";

    /// <summary>The frameworks whose title is accepted, or that have that SRN; a framework of Sonrai's gives way to the tenant's copy of it.</summary>
    public async Task<IReadOnlyList<SonraiControlFramework>> FindAsync(
        string srn, Func<string, bool> titleMatches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(titleMatches);
        var known = await KnownAsync(cancellationToken).ConfigureAwait(false);
        return [.. known.Where(one => one.Srn == srn || titleMatches(one.Title)).SelectMany(one => Meant(one, known)).Distinct()];
    }

    /// <summary>Those that there are.</summary>
    public async Task<IReadOnlyList<SonraiControlFramework>> AllAsync(CancellationToken cancellationToken) =>
        await KnownAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>True where the framework is already as it shall be, so that nothing is to be sent.</summary>
    public bool IsDone(SonraiControlFramework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return framework.IsEnabledFor(_swimlane) == _enabled;
    }

    /// <summary>Changes a framework, and gives it as Dig has it afterwards, or the problem where that is not as it shall be.</summary>
    public async Task<FrameworkAnswer> ApplyAsync(SonraiControlFramework framework, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var (now, problem) = await _frameworks.SetEnabledAsync(framework, _swimlane, _enabled, cancellationToken).ConfigureAwait(false);
        var known = await KnownAsync(cancellationToken).ConfigureAwait(false);
        known.RemoveAll(one => one.Srn == framework.Srn);
        if (now is null)
        {
            return new FrameworkAnswer(null, FrameworkProblems.NotFound(framework.Title, known));
        }

        known.Add(now);
        return IsDone(now)
            ? new FrameworkAnswer(now, null)
            : new FrameworkAnswer(now, problem ?? FrameworkProblems.NotChanged(framework, Wanted));
    }

    private async Task<List<SonraiControlFramework>> KnownAsync(CancellationToken cancellationToken) =>
        _known ??= await _frameworks.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// A framework that Sonrai hands out is <c>srn:supersonrai::ControlFramework/ID</c>, a tenant's copy of it <c>…/ID/TENANT</c>. Only the
    /// copy has a state of its own, so where there is one it is the copy that is meant.
    /// </summary>
    private static List<SonraiControlFramework> Meant(SonraiControlFramework framework, List<SonraiControlFramework> known) =>
        known.FindAll(one => one.Srn.StartsWith($"{framework.Srn}/", StringComparison.Ordinal)) is { Count: > 0 } copies ? copies : [framework];
}
