using System.Buffers;

namespace SonraiControlTower.Engine;

/// <summary>Makes short lists of resources.</summary>
internal static class ResourcePatterns
{
    /// <summary>How many resources a person is asked to read, and a policy has room for.</summary>
    public const int Most = 10;

    private static readonly SearchValues<char> _ends = SearchValues.Create("/:-_.=#");

    /// <summary>In order, without those that another one covers.</summary>
    public static List<string> Simplify(IEnumerable<string> resources)
    {
        List<string> simple = [];
        // A pattern that covers a text is either before it (its star sorts before letters) or not: all are compared, and there are few.
        var sorted = resources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var resource in sorted)
        {
            if (!sorted.Exists(other => other != resource && PatternRelation.Covers(other, resource)
                && (string.CompareOrdinal(other, resource) < 0 || !PatternRelation.Covers(resource, other))))
            {
                simple.Add(resource);
            }
        }

        return simple;
    }

    /// <summary>
    /// At most <see cref="Most"/> patterns that cover all: neighbours with the longest beginning in common become one, ended where a name ends. Nothing is
    /// put together beyond one kind of resource of one account and Region; where that leaves too many, they stay.
    /// </summary>
    public static List<string> Generalize(List<string> simple)
    {
        var patterns = simple;
        while (patterns.Count > Most && Closest(patterns) is { } pair)
        {
            patterns = [.. patterns.Where(pattern => !PatternRelation.Covers(pair, pattern)).Append(pair).Order(StringComparer.Ordinal)];
        }

        return patterns;
    }

    private static string? Closest(List<string> patterns)
    {
        string? closest = null;
        for (var i = 0; i + 1 < patterns.Count; i++)
        {
            var shared = Shared(patterns[i], patterns[i + 1]);
            if (shared > Kind(patterns[i]) && shared + 1 > (closest?.Length ?? 0))
            {
                closest = patterns[i][..shared] + "*";
            }
        }

        return closest;
    }

    /// <summary>How much of a beginning two have in common, up to the end of a word; inside the last word where they have but that in common.</summary>
    private static int Shared(string one, string other)
    {
        var shared = one.AsSpan().CommonPrefixLength(other);
        if (one.AsSpan(0, shared).IndexOfAny('*', '?') is >= 0 and var wildcard)
        {
            shared = wildcard;
        }

        var word = one.AsSpan(0, shared).LastIndexOfAny(_ends) + 1;
        return word > Kind(one) ? word : shared;
    }

    /// <summary>Where the resource's own name begins: after the fifth colon, and the word for its kind where that stands there.</summary>
    private static int Kind(string arn)
    {
        var at = 0;
        for (var colons = 0; colons < 5; colons++)
        {
            var next = arn.IndexOf(':', at);
            if (next < 0)
            {
                return arn.Length;
            }

            at = next + 1;
        }

        // Buckets have neither a Region nor a word for their kind: the bucket's own name is the least that must be the same.
        var word = arn.AsSpan(at).IndexOfAny('/', ':');
        return word < 0 ? at : at + word;
    }
}
