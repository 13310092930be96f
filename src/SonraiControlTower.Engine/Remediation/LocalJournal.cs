namespace SonraiControlTower.Engine;

/// <summary>The journal of remediations, in the engine's store of a folder or in memory.</summary>
public sealed class LocalJournal : IRemediationJournal, IDisposable
{
    private readonly string? _folder;

    private LocalJournal(string? folder) => _folder = folder;

    /// <summary>The journal of a folder, which is made when it is first needed; null for one in memory.</summary>
    public static LocalJournal Open(string? folder) => new(folder);

    public IReadOnlyList<SonraiRemediation> ReadAll() => throw new NotImplementedException("engine" + _folder);

    public SonraiRemediation? Find(string id) => throw new NotImplementedException("engine");

    public bool TryWrite(SonraiRemediation remediation) => throw new NotImplementedException("engine");

    public void Dispose()
    {
    }
}
