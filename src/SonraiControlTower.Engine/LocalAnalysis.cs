namespace SonraiControlTower.Engine;

/// <summary>The local engine's knowledge, with a store in a folder or in memory only.</summary>
public sealed class LocalAnalysis : IAnalysis, IDisposable
{
    private LocalAnalysis()
    {
    }

    public IActivity Activity => throw new NotImplementedException("activity");

    public IIdentities Identities => throw new NotImplementedException("identity");

    public IPermissions Permissions => throw new NotImplementedException("evaluation");

    public IRecommendations Recommendations => throw new NotImplementedException("recommendation");

    public IActionCatalog Catalog => throw new NotImplementedException("catalog");

    internal IFindings Findings => throw new NotImplementedException("founder");

    internal ITicketShelf Shelf => throw new NotImplementedException("founder");

    /// <param name="folder">Where the store lies; null for memory.</param>
    /// <param name="clock">Tells the time.</param>
    public static LocalAnalysis Open(string? folder, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new LocalAnalysis();
    }

    public void Dispose()
    {
    }
}
