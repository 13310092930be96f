using System.Collections.Concurrent;

namespace SonraiControlTower.Engine;

/// <summary>The actions of IAM, each with a number from 0 that its bit in an <see cref="ActionSet"/> has. Ordered by name in small letters.</summary>
internal sealed class ActionCatalog
{
    private static readonly Lazy<ActionCatalog> _embedded = new(() => new ActionCatalog(() =>
        typeof(ActionCatalog).Assembly.GetManifestResourceStream("ActionCatalog.gz")!));

    private readonly CatalogNames _names;
    private readonly CatalogDetails _details;
    private readonly CatalogAction?[] _actions;
    private readonly Dictionary<string, int> _places;
    private readonly ConcurrentDictionary<string, ActionSet> _matching = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<ActionSensitivities> _sensitivities;
    private readonly Lazy<ActionLogging> _logging;

    /// <param name="open">Opens the file that <see cref="CatalogWriter"/> wrote; again for the details, when they are first asked for.</param>
    /// <exception cref="InvalidDataException">It is not such a file.</exception>
    public ActionCatalog(Func<Stream> open)
    {
        using var file = open();
        _names = CatalogReader.Names(file);
        _details = new CatalogDetails(_names, open);
        _actions = new CatalogAction?[_names.Actions];
        _places = _names.Services.Select((prefix, place) => (prefix, place)).ToDictionary(service => service.prefix, service => service.place, StringComparer.OrdinalIgnoreCase);
        _sensitivities = new(() => new ActionSensitivities(this, SensitivityRules.Embedded));
        _logging = new(() => new ActionLogging(this, CallRules.Embedded));
        All = new ActionSet(Count);
        for (var action = 0; action < Count; action++)
        {
            All.Add(action);
        }
    }

    /// <summary>The catalogue that the module brings; read when it is first asked for.</summary>
    public static ActionCatalog Embedded => _embedded.Value;

    public int Count => _names.Actions;

    public string Source => _names.Source;

    public DateTimeOffset AsOf => _names.AsOf;

    /// <summary>The prefixes of the services, in order.</summary>
    public IReadOnlyList<string> Services => _names.Services;

    public CatalogAction this[int action] => _actions[action] ??= new CatalogAction(action, _names, _details, _sensitivities, _logging);

    /// <summary>The number of an action such as <c>s3:GetObject</c>, in any case; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> action)
    {
        var at = FirstFrom(action, 0, Count, 0);
        return at < Count && ActionName.Compare(_names[at], action) == 0 ? at : -1;
    }

    /// <summary>
    /// The actions that a policy's pattern names (<c>*</c> and <c>?</c> anywhere, in any case; <c>*</c> alone for all). The answer is remembered and
    /// shared: copy it before you change it.
    /// </summary>
    public ActionSet Matching(string pattern) => _matching.TryGetValue(pattern, out var known) ? known : _matching.GetOrAdd(pattern, Match(pattern));

    /// <summary>Adds the actions that a policy's pattern names to a set. Most patterns are names, for which no set is made.</summary>
    public void AddMatching(string pattern, ActionSet set)
    {
        if (pattern.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            set.UnionWith(Matching(pattern));
            return;
        }

        var action = _named.TryGetValue(pattern, out var known) ? known : _named.GetOrAdd(pattern, Find(pattern));
        if (action >= 0)
        {
            set.Add(action);
        }
    }

    /// <summary>Every action. Shared: copy it before you change it.</summary>
    public ActionSet All { get; }

    /// <summary>The actions that AWS's Service Reference says a call is authorized by; null where it says nothing.</summary>
    /// <param name="prefix">The service's.</param>
    /// <param name="call">Its name, in any case.</param>
    public IReadOnlyList<int>? AuthorizedBy(string prefix, string call) =>
        _places.TryGetValue(prefix, out var service) && _details.CallsOf(service).TryGetValue(call, out var actions) ? actions : null;

    /// <summary>Reads the details, too, so that a damaged file shows.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public void ReadThrough() => _details.Read();

    /// <summary>All that it says, for making another of it.</summary>
    public CatalogContent Content() => new(Source, AsOf, [.. Services.Select((prefix, service) => Content(prefix, service))]);

    private CatalogService Content(string prefix, int service)
    {
        var (start, end) = (_names.StartOf(service), _names.StartOf(service + 1));
        return new(prefix, _details.TypesOf(service), [.. Enumerable.Range(start, end - start).Select(action => Content(this[action]))])
        {
            Calls = [.. _details.CallsOf(service).Select(call => new ServiceCall(call.Key, [.. call.Value.Select(action => _names[action])]))],
        };
    }

    private ServiceAction Content(CatalogAction action) => new(
        action.Name[(action.Service.Length + 1)..],
        action.Levels,
        action.Traits,
        [.. action.ResourceTypes.Select(type => new ActionResourceType(type.Name, type.IsRequired))],
        action.ConditionKeys,
        [.. action.Dependents.Select(dependent => _names[dependent])]);

    private ActionSet Match(string pattern)
    {
        if (pattern == "*")
        {
            return All;
        }

        var matching = new ActionSet(Count);
        var colon = pattern.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            // No valid pattern but * alone is without a colon; read as it stands it may still fit over the one that a name has.
            Match(0, Count, 0, pattern, matching);
            return matching;
        }

        // A name has one colon, so that the parts before and after it match on their own.
        var ofService = pattern.AsSpan(0, colon);
        var ofAction = pattern.AsSpan(colon + 1);
        for (var service = 0; service < Services.Count; service++)
        {
            var prefix = Services[service];
            if (ActionName.Matches(prefix, ofService))
            {
                Match(_names.StartOf(service), _names.StartOf(service + 1), prefix.Length + 1, ofAction, matching);
            }
        }

        return matching;
    }

    /// <summary>Adds the actions from one to before another whose name, from a letter on, fits.</summary>
    private void Match(int start, int end, int letter, ReadOnlySpan<char> pattern, ActionSet matching)
    {
        // What begins alike stands together, so that only what begins as the pattern does is looked at.
        var wildcard = pattern.IndexOfAny('*', '?');
        var head = wildcard < 0 ? pattern : pattern[..wildcard];
        for (var action = FirstFrom(head, start, end, letter); action < end; action++)
        {
            var name = _names[action].AsSpan(letter);
            if (name.Length < head.Length || ActionName.Compare(name[..head.Length], head) != 0)
            {
                return;
            }

            if (ActionName.Matches(name[head.Length..], pattern[head.Length..]))
            {
                matching.Add(action);
            }
        }
    }

    /// <summary>The first action from one to before another whose name, from a letter on, is not before this.</summary>
    private int FirstFrom(ReadOnlySpan<char> name, int start, int end, int letter)
    {
        var (low, high) = (start, end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ActionName.Compare(_names[middle].AsSpan(letter), name) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
