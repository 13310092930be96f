using System.Globalization;

namespace SonraiControlTower.Engine;

/// <summary>The store and what is read from it, put together to what is known now.</summary>
internal sealed class KnowledgeBase : IDisposable
{
    private readonly Lock _gate = new();
    private Knowledge? _known;
    private Estate? _printed;
    private string _print = string.Empty;

    /// <param name="folder">Where the store lies; null for memory.</param>
    /// <param name="catalog">The actions.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="SonraiException"><c>StoreUnavailable</c>, <c>StoreCorrupt</c>, <c>StoreTooNew</c>, <c>StoreBusy</c>.</exception>
    public KnowledgeBase(string? folder, CurrentCatalog catalog, TimeProvider clock)
    {
        Catalog = catalog;
        Store = Store.Open(folder);
        Identities = new LocalIdentities();
        Activity = new LocalActivity(Store, () => catalog.Catalog, clock);
        Permissions = new LocalPermissions(() => Identities.Current, () => catalog.Catalog);
        Needs = new PolicyNeeds(() => catalog.Catalog, clock, () => Identities.Current, Activity.ReadUsage);
    }

    public CurrentCatalog Catalog { get; }

    public Store Store { get; }

    public LocalIdentities Identities { get; }

    public LocalActivity Activity { get; }

    public LocalPermissions Permissions { get; }

    public PolicyNeeds Needs { get; }

    /// <summary>What is known; the same object until something is imported, or another catalogue is fetched.</summary>
    public Knowledge Now
    {
        get
        {
            lock (_gate)
            {
                var (estate, catalog) = (Identities.Current, Catalog.Catalog);
                var usage = Activity.ReadUsage(catalog);
                return _known is { } known && known.Estate == estate && known.Usage == usage && known.Catalog == catalog
                    ? known
                    : _known = new Knowledge(estate, usage, catalog, Needs, Stamp(estate, catalog));
            }
        }
    }

    public void Dispose()
    {
        Activity.Dispose();
        Store.Dispose();
    }

    private string Stamp(Estate estate, ActionCatalog catalog)
    {
        if (_printed != estate)
        {
            (_printed, _print) = (estate, EstateFingerprint.Of(estate));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{_print} {Activity.Version} {catalog.AsOf:yyyyMMddHHmmss}");
    }
}
