namespace SonraiControlTower.Engine;

/// <summary>
/// What two patterns have in common, as patterns: <c>a*</c> and <c>*b</c> have <c>a*b</c> and, where they overlap, more. Exact unless the patterns are
/// built to make it hard; then <see cref="IsComplete"/> says so.
/// </summary>
internal sealed class GlobIntersection
{
    private const int MostPatterns = 64;
    private const int MostSteps = 20_000;

    private readonly List<Glob> _found = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _steps;

    private GlobIntersection()
    {
    }

    public IReadOnlyList<Glob> Patterns => _found;

    /// <summary>False where there may be more than the patterns found.</summary>
    public bool IsComplete => _steps <= MostSteps && _found.Count <= MostPatterns;

    public static GlobIntersection Of(Glob one, Glob other)
    {
        var both = new GlobIntersection();
        if (one.IsAll || ReferenceEquals(one, other))
        {
            both.Add(other);
        }
        else if (other.IsAll)
        {
            both.Add(one);
        }
        else if (one.IsExact || other.IsExact)
        {
            var (exact, glob) = one.IsExact ? (one, other) : (other, one);
            if (glob.Matches(exact.Marked))
            {
                both.Add(exact);
            }
        }
        else
        {
            both.Walk("", one.Marked, other.Marked);
        }

        return both;
    }

    private void Add(Glob glob)
    {
        if (_seen.Add(glob.Marked))
        {
            _found.Add(glob);
        }
    }

    private void Walk(string head, ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        while (true)
        {
            if (++_steps > MostSteps || _found.Count > MostPatterns)
            {
                return;
            }

            if (one.IsEmpty || other.IsEmpty)
            {
                if (one.TrimStart(Glob.Any).IsEmpty && other.TrimStart(Glob.Any).IsEmpty)
                {
                    Add(Glob.FromMarked(head));
                }

                return;
            }

            if (one[0] is Glob.Any && other[0] is Glob.Any)
            {
                // The shorter run ends first; both may be that.
                head = head.EndsWith(Glob.Any) ? head : head + Glob.Any;
                Walk(head, one[1..], other);
                other = other[1..];
            }
            else if (one[0] is Glob.Any || other[0] is Glob.Any)
            {
                var star = one[0] is Glob.Any ? one : other;
                var plain = one[0] is Glob.Any ? other : one;

                // The star takes nothing, or it takes the next character.
                Walk(head, star[1..], plain);
                head += plain[0];
                one = star;
                other = plain[1..];
            }
            else if (one[0] == other[0] || one[0] is Glob.One || other[0] is Glob.One)
            {
                head += one[0] is Glob.One ? other[0] : one[0];
                one = one[1..];
                other = other[1..];
            }
            else
            {
                return;
            }
        }
    }
}
