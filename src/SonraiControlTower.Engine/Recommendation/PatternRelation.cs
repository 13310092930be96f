namespace SonraiControlTower.Engine;

/// <summary>
/// How two patterns with <c>*</c> and <c>?</c> stand to each other. An answer may err to the side where nothing is widened or lost: <see cref="Covers"/>
/// says no, <see cref="Overlap"/> says yes, where it cannot be told, as with policy variables.
/// </summary>
internal static class PatternRelation
{
    /// <summary>Whether all that the one matches is matched by the other, too.</summary>
    /// <param name="wider">The one that is to match all.</param>
    /// <param name="narrower">The one whose all is to be matched.</param>
    /// <param name="anyCase">True for names of actions, where capitals do not count.</param>
    public static bool Covers(ReadOnlySpan<char> wider, ReadOnlySpan<char> narrower, bool anyCase = false)
    {
        if (HasVariables(wider) || HasVariables(narrower))
        {
            return wider.SequenceEqual(narrower);
        }

        // The narrower pattern is taken for a text in which only a star can stand for a star, and only a star or ? for a ?.
        int at = 0, next = 0, star = -1, resume = 0;
        while (next < narrower.Length)
        {
            if (at < wider.Length && wider[at] == '*')
            {
                star = at++;
                resume = next;
            }
            else if (at < wider.Length && narrower[next] != '*' && (wider[at] == '?' || Same(wider[at], narrower[next], anyCase)))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                next = ++resume;
            }
            else
            {
                return false;
            }
        }

        return wider[at..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Whether something is matched by both.</summary>
    public static bool Overlap(ReadOnlySpan<char> one, ReadOnlySpan<char> other, bool anyCase = false)
    {
        if (HasVariables(one) || HasVariables(other))
        {
            return true;
        }

        // Most differ before the first wildcard.
        var shared = Math.Min(Literal(one), Literal(other));
        return one[..shared].Equals(other[..shared], anyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            && OverlapFrom(one[shared..], other[shared..], anyCase);
    }

    /// <summary>Row by row: which beginnings of the other pattern have something in common with the beginning of the one that was read so far.</summary>
    private static bool OverlapFrom(ReadOnlySpan<char> one, ReadOnlySpan<char> other, bool anyCase)
    {
        var row = new bool[other.Length + 1];
        var above = new bool[other.Length + 1];
        row[0] = true;
        for (var j = 0; j < other.Length && other[j] == '*'; j++)
        {
            row[j + 1] = true;
        }

        foreach (var letter in one)
        {
            (row, above) = (above, row);
            row[0] = letter == '*' && above[0];
            for (var j = 0; j < other.Length; j++)
            {
                row[j + 1] = (letter, other[j]) switch
                {
                    ('*', '*') => above[j + 1] || row[j] || above[j],
                    ('*', _) => above[j + 1] || row[j],
                    (_, '*') => row[j] || above[j + 1],
                    ('?', _) or (_, '?') => above[j],
                    var (a, b) => above[j] && Same(a, b, anyCase),
                };
            }
        }

        return row[other.Length];
    }

    private static bool Same(char one, char other, bool anyCase) =>
        one == other || (anyCase && char.ToLowerInvariant(one) == char.ToLowerInvariant(other));

    /// <summary>How much is before the first wildcard.</summary>
    private static int Literal(ReadOnlySpan<char> pattern) => pattern.IndexOfAny('*', '?') is >= 0 and var wildcard ? wildcard : pattern.Length;

    private static bool HasVariables(ReadOnlySpan<char> pattern) => pattern.Contains("${", StringComparison.Ordinal);
}
