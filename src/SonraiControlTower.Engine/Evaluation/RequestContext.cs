using System.Collections.Frozen;

namespace SonraiControlTower.Engine;

/// <summary>What a request tells besides principal, action and resource: condition keys with their values. Keys are the same in any case.</summary>
internal sealed class RequestContext
{
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _values;

    private RequestContext(FrozenDictionary<string, IReadOnlyList<string>> values, bool isComplete)
    {
        _values = values;
        IsComplete = isComplete;
    }

    /// <summary>Nothing is known of the request; what needs more is Conditional.</summary>
    public static RequestContext Unknown { get; } = new(FrozenDictionary<string, IReadOnlyList<string>>.Empty, isComplete: false);

    /// <summary>The request has no keys but those of its principal and resource.</summary>
    public static RequestContext Empty { get; } = new(FrozenDictionary<string, IReadOnlyList<string>>.Empty, isComplete: true);

    /// <summary>True where a key that is not here is not in the request; false where nobody knows.</summary>
    public bool IsComplete { get; }

    public static RequestContext Of(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values, bool isComplete)
    {
        // The last one counts where a key comes in two spellings.
        var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, list) in values)
        {
            known[key] = list;
        }

        return new RequestContext(known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), isComplete);
    }

    public bool TryGet(string key, out IReadOnlyList<string> values) => _values.TryGetValue(key, out values!);
}
