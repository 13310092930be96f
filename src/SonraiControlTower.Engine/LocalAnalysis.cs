namespace SonraiControlTower.Engine;

/// <summary>The local engine's knowledge, with a store in a folder or in memory only.</summary>
public sealed class LocalAnalysis : IAnalysis, IDisposable
{
    private readonly CurrentCatalog _catalog;
    private readonly Lazy<KnowledgeBase> _base;
    private readonly Intake _intake;

    private LocalAnalysis(string? folder, TimeProvider clock, Func<IAnalysis, CancellationToken, Task>? intake)
    {
        _catalog = new CurrentCatalog(folder, clock);
        _base = new Lazy<KnowledgeBase>(() => new KnowledgeBase(folder, _catalog, clock));
        _intake = new Intake(stop => intake is null ? Task.CompletedTask : intake(new Untaken(this), stop));
        Activity = new PreparedActivity(() => _base.Value.Activity, _intake);
        Identities = new PreparedIdentities(() => _base.Value.Identities, _intake);
        Permissions = new PreparedPermissions(() => _base.Value.Permissions, _intake);
        Recommendations = new PreparedRecommendations(() => new LocalRecommendations(_base.Value.Needs), _intake);
        Rehearsals = new LocalRehearsals(KnowAsync);
        Findings = new LocalFindings(KnowAsync, clock);
        Shelf = new StoreShelf(() => _base.Value.Store);
    }

    public IActivity Activity { get; }

    public IIdentities Identities { get; }

    public IPermissions Permissions { get; }

    public IRecommendations Recommendations { get; }

    public IRehearsals Rehearsals { get; }

    public IActionCatalog Catalog => _catalog;

    internal IFindings Findings { get; }

    internal ITicketShelf Shelf { get; }

    /// <summary>Opens the store of a folder now, so that what is wrong with it is told now; one in memory when it is first needed.</summary>
    /// <param name="folder">Where the store lies; null for memory.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="intake">Imports what is to be known before the first question is answered; null for nothing.</param>
    /// <exception cref="SonraiException"><c>StoreUnavailable</c>, <c>StoreCorrupt</c>, <c>StoreTooNew</c>, <c>StoreBusy</c>.</exception>
    public static LocalAnalysis Open(string? folder, TimeProvider clock, Func<IAnalysis, CancellationToken, Task>? intake = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var analysis = new LocalAnalysis(folder, clock, intake);
        if (folder is not null)
        {
            _ = analysis._base.Value;
        }

        return analysis;
    }

    public void Dispose()
    {
        _intake.Dispose();
        if (_base.IsValueCreated)
        {
            _base.Value.Dispose();
        }
    }

    private async Task<Knowledge> KnowAsync(CancellationToken cancellationToken)
    {
        await _intake.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return _base.Value.Now;
    }

    /// <summary>The same analysis for the intake itself, which must not wait for its own end.</summary>
    private sealed class Untaken(LocalAnalysis analysis) : IAnalysis
    {
        public IActivity Activity => analysis._base.Value.Activity;

        public IIdentities Identities => analysis._base.Value.Identities;

        public IPermissions Permissions => analysis._base.Value.Permissions;

        public IRecommendations Recommendations => new LocalRecommendations(analysis._base.Value.Needs);

        public IRehearsals Rehearsals => analysis.Rehearsals;

        public IActionCatalog Catalog => analysis._catalog;
    }
}
