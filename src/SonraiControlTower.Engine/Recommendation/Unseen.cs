using System.Collections.Concurrent;

namespace SonraiControlTower.Engine;

/// <summary>
/// Which actions the logs of an account cannot show, so that it proves nothing that they do not. Trails have no data events unless somebody asks for
/// them (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">data events</see>).
/// </summary>
internal sealed class Unseen
{
    private readonly ActionCatalog _catalog;
    private readonly ActionSet _notLogged;
    private readonly ILookup<string, int> _dataEvents;
    private readonly ConcurrentDictionary<string, ActionSet> _sets = new(StringComparer.Ordinal);

    public Unseen(ActionCatalog catalog)
    {
        _catalog = catalog;
        _notLogged = new ActionSet(catalog.Count);
        List<int> dataEvents = [];
        for (var action = 0; action < catalog.Count; action++)
        {
            switch (catalog[action].Logging)
            {
                case Logging.NotLogged:
                    _notLogged.Add(action);
                    break;
                case Logging.DataEvent:
                    dataEvents.Add(action);
                    break;
                default:
                    break;
            }
        }

        _dataEvents = dataEvents.ToLookup(action => catalog[action].Service, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The actions. Shared: copy it before you change it.</summary>
    /// <param name="coverage">What the logs of the account cover; null for no logs, which show nothing at all.</param>
    public ActionSet Of(LogCoverage? coverage)
    {
        if (coverage is null)
        {
            return _catalog.All;
        }

        var covered = _dataEvents.Select(service => service.Key).Where(coverage.DataEventServices.Contains).Order(StringComparer.Ordinal).ToArray();
        return _sets.GetOrAdd(string.Join(',', covered), static (_, arguments) => arguments.Unseen.Without(arguments.covered), (Unseen: this, covered));
    }

    /// <summary>Why an action cannot be seen; a word of <see cref="ActionReason"/>.</summary>
    public string Reason(int action, LogCoverage? coverage) => (coverage, _catalog[action].Logging) switch
    {
        (_, Logging.NotLogged) => ActionReason.NotLogged,
        (null, _) => ActionReason.NoLogs,
        _ => ActionReason.DataEventsNotLogged,
    };

    private ActionSet Without(string[] covered)
    {
        var unseen = _notLogged.Copy();
        foreach (var action in _dataEvents.Where(service => !covered.Contains(service.Key, StringComparer.Ordinal)).SelectMany(service => service))
        {
            unseen.Add(action);
        }

        return unseen;
    }
}
