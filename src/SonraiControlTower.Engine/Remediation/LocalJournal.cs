using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>The journal of remediations, in a store of a folder or in memory. Several sessions may have the same.</summary>
public sealed class LocalJournal : IRemediationJournal, IDisposable
{
    private const string Kind = "remediation";

    private readonly Lazy<Store> _store;

    private LocalJournal(string? folder) => _store = new Lazy<Store>(() => Store.Open(folder));

    /// <summary>The journal of a folder, which is made when it is first needed; null for one in memory.</summary>
    public static LocalJournal Open(string? folder) => new(folder);

    /// <exception cref="SonraiException"><c>StoreUnavailable</c>, <c>StoreCorrupt</c>, <c>StoreTooNew</c>, <c>StoreBusy</c>.</exception>
    public IReadOnlyList<SonraiRemediation> ReadAll() => [.. _store.Value.ReadAll(Kind).Select(document => Read(document.Json)).OrderBy(one => one.CreatedAt)];

    /// <exception cref="SonraiException">As of <see cref="ReadAll"/>.</exception>
    public SonraiRemediation? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _store.Value.Find(Kind, Key(id)) is { } json ? Read(json) : null;
    }

    /// <exception cref="SonraiException">As of <see cref="ReadAll"/>.</exception>
    public bool TryWrite(SonraiRemediation remediation)
    {
        ArgumentNullException.ThrowIfNull(remediation);
        var isWritten = false;
        _store.Value.Change(change =>
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
        if (_store.IsValueCreated)
        {
            _store.Value.Dispose();
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
            throw new SonraiException(StoreProblems.Corrupt(_store.Value.Path, broken.Message));
        }
    }
}
