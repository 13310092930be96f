namespace SonraiControlTower.Engine;

/// <summary>
/// The catalogue that a session goes by: the one the module brings, or a newer one of AWS's Service Reference, which is kept as a file beside the store
/// (in memory where there is no folder). Numbers of actions are another catalogue's after an update; <see cref="Version"/> tells of it.
/// </summary>
/// <param name="folder">Where the store lies; null for memory.</param>
/// <param name="clock">Dates what is fetched.</param>
internal sealed class CurrentCatalog(string? folder, TimeProvider clock) : IActionCatalog
{
    private const string File = "action-catalog.gz";
    private const string Package = "The module's package";

    private readonly Lock _gate = new();
    private Held? _held;

    public ActionCatalog Catalog => Now.Catalog;

    public CallCatalog Calls => Now.Calls;

    /// <summary>Counts from 0; grows when another catalogue takes the place of this one.</summary>
    public int Version => Now.Version;

    public SonraiActionCatalog Current => Now.Told;

    private string? KeptFile => folder is null ? null : Path.Combine(folder, File);

    private Held Now
    {
        get
        {
            lock (_gate)
            {
                return _held ??= Open();
            }
        }
    }

    public IEnumerable<string> Matching(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var catalog = Catalog;
        return catalog.Matching(pattern).Actions().Select(action => catalog[action].Name);
    }

    public async Task<SonraiActionCatalog> UpdateAsync(Uri? endpoint, Action<int, int> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        using var client = new ServiceReferenceClient();
        var services = await client.FetchAsync(endpoint ?? ServiceReferenceClient.Address, news, cancellationToken).ConfigureAwait(false);
        var before = Now;
        var content = CatalogMerge.Of(new($"AWS's Service Reference at {endpoint ?? ServiceReferenceClient.Address}", clock.GetUtcNow(), services), before.Catalog.Content());
        using var written = new MemoryStream();
        CatalogWriter.Write(content, written);
        var bytes = written.ToArray();
        var catalog = new ActionCatalog(() => new MemoryStream(bytes, writable: false));
        if (KeptFile is { } path)
        {
            Keep(path, bytes);
        }

        lock (_gate)
        {
            _held = new(catalog, CallCatalog.Of(catalog), (_held?.Version ?? 0) + 1, Tell(catalog, before.Catalog));
            return _held.Told;
        }
    }

    private Held Open()
    {
        var package = ActionCatalog.Embedded;
        var (kept, trouble) = Read(KeptFile);

        // After an update of the module, what it brings may be newer than what was fetched before.
        var catalog = kept is not null && kept.AsOf > package.AsOf ? kept : package;
        var source = catalog == kept ? kept.Source : $"{Package} ({package.Source}){trouble}";
        return new(catalog, CallCatalog.Of(catalog), 0, new(source, catalog.AsOf, catalog.Services.Count, catalog.Count));
    }

    // What is kept can be fetched again, so that a damaged file stops nobody; the source says why it is not gone by.
    private static (ActionCatalog? Kept, string Trouble) Read(string? path)
    {
        if (path is null || !System.IO.File.Exists(path))
        {
            return (null, "");
        }

        try
        {
            var bytes = System.IO.File.ReadAllBytes(path);
            var kept = new ActionCatalog(() => new MemoryStream(bytes, writable: false));
            kept.ReadThrough();
            return (kept, "");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, $"; '{path}' was passed over: {fault.Message}");
        }
    }

    private static void Keep(string path, byte[] bytes)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = path + ".new";
            System.IO.File.WriteAllBytes(beside, bytes);
            System.IO.File.Move(beside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SonraiException(StoreProblems.Unavailable(path, fault.Message), fault);
        }
    }

    private static SonraiActionCatalog Tell(ActionCatalog now, ActionCatalog before) => new(now.Source, now.AsOf, now.Services.Count, now.Count)
    {
        Added = [.. Names(now).Where(name => before.Find(name) < 0)],
        Removed = [.. Names(now).Where(name => IsRemoved(now, name) && !IsRemoved(before, name))],
    };

    private static IEnumerable<string> Names(ActionCatalog catalog) => Enumerable.Range(0, catalog.Count).Select(action => catalog[action].Name);

    private static bool IsRemoved(ActionCatalog catalog, string name) => catalog[catalog.Find(name)].Traits.HasFlag(ActionTraits.Removed);

    private sealed record Held(ActionCatalog Catalog, CallCatalog Calls, int Version, SonraiActionCatalog Told);
}
