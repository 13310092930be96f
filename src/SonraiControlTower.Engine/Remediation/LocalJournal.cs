using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>The journal of remediations, in a store of a folder or in memory. Several sessions may have the same.</summary>
public sealed class LocalJournal : IRemediationJournal, IDisposable
{
    private const string Kind = "remediation";

    private readonly Lock _gate = new();
    private readonly string? _folder;
    private Store? _store;

    private LocalJournal(string? folder) => _folder = folder;

    /// <summary>A store that could not be opened is tried again the next time: it may only have been busy.</summary>
    private Store Opened
    {
        get
        {
            lock (_gate)
            {
                return _store ??= Store.Open(_folder);
            }
        }
    }

    /// <summary>Who only looks makes no folder: most sessions never change anything.</summary>
    private bool IsEmpty => _store is null && (_folder is null || !File.Exists(Path.Combine(_folder, Store.FileName)));

    /// <summary>The journal of a folder, which is made when something is first written; null for one in memory.</summary>
    public static LocalJournal Open(string? folder) => new(folder);

    /// <exception cref="SonraiException"><c>StoreUnavailable</c>, <c>StoreCorrupt</c>, <c>StoreTooNew</c>, <c>StoreBusy</c>.</exception>
    public IReadOnlyList<SonraiRemediation> ReadAll() => IsEmpty ? [] : [.. Opened.ReadAll(Kind).Select(document => Read(document.Json)).OrderBy(one => one.CreatedAt)];

    /// <exception cref="SonraiException">As of <see cref="ReadAll"/>.</exception>
    public SonraiRemediation? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return !IsEmpty && Opened.Find(Kind, Key(id)) is { } json ? Read(json) : null;
    }

    /// <exception cref="SonraiException">As of <see cref="ReadAll"/>.</exception>
    public bool TryWrite(SonraiRemediation remediation)
    {
        ArgumentNullException.ThrowIfNull(remediation);
        var isWritten = false;
        Opened.Change(change =>
        {
            var known = change.Find(Kind, Key(remediation.Id));
            isWritten = (known is null ? 0 : Read(known).Revision) == remediation.Revision;
            if (isWritten)
            {
                change.Write(Kind, Key(remediation.Id), RemediationJson.Write(remediation with { Revision = remediation.Revision + 1 }));
            }
        });
        return isWritten;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _store?.Dispose();
        }
    }

    private static string Key(string id) => id.ToLowerInvariant();

    private SonraiRemediation Read(string json)
    {
        try
        {
            return RemediationJson.Read(json);
        }
        catch (JsonException broken)
        {
            throw new SonraiException(StoreProblems.Corrupt(Opened.Path, broken.Message));
        }
    }
}
