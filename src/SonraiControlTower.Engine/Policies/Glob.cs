namespace SonraiControlTower.Engine;

/// <summary>
/// A text with wildcards: <c>*</c> for any run of characters, none included, and <c>?</c> for exactly one. Both go over <c>:</c> and <c>/</c>.
/// </summary>
/// <remarks>
/// Inside, the wildcards are two noncharacters of Unicode, so that a star which is meant as a star (<c>${*}</c>, or in the value of a variable) is one.
/// Source: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</see>.
/// </remarks>
internal sealed class Glob
{
    public const char Any = '\uFFFF';
    public const char One = '\uFFFE';
    private const char Replacement = '\uFFFD';

    private const int MostTried = 3;
    private const char Unsaid = '\uE000';
    private static readonly string _filling = new(Unsaid, 64);

    private readonly string _marked;
    private readonly int _firstWildcard;
    private readonly bool _isPrefix;

    private Glob(string marked)
    {
        _marked = marked;
        _firstWildcard = marked.AsSpan().IndexOfAny(Any, One);
        _isPrefix = _firstWildcard >= 0 && _firstWildcard == marked.Length - 1 && marked[^1] is Any;
    }

    /// <summary>Everything.</summary>
    public static Glob All { get; } = new(Any.ToString());

    /// <summary>The pattern with its wildcards marked.</summary>
    public string Marked => _marked;

    public bool IsAll => _isPrefix && _firstWildcard == 0;

    /// <summary>Whether there is no wildcard in it.</summary>
    public bool IsExact => _firstWildcard < 0;

    /// <param name="text">Such as <c>arn:aws:s3:::logs/*</c>.</param>
    public static Glob Parse(string text) => FromMarked(Mark(text));

    /// <param name="marked">What <see cref="Mark"/> makes, or <see cref="Literal"/>.</param>
    public static Glob FromMarked(string marked) => marked.AsSpan().TrimStart(Any).IsEmpty && marked.Length > 0 ? All : new Glob(marked);

    /// <summary>The text with its wildcards marked.</summary>
    public static string Mark(string text) => Literal(text).Replace('*', Any).Replace('?', One);

    /// <summary>The text with nothing in it that is a wildcard.</summary>
    public static string Literal(string text) =>
        text.AsSpan().ContainsAny(Any, One) ? text.Replace(Any, Replacement).Replace(One, Replacement) : text;

    /// <summary>
    /// Texts that match, and that another pattern matches all of only if it matches everything that this one does: its wildcards are filled with what no
    /// policy says, or with nothing, since <c>?*</c> wants a character.
    /// </summary>
    // INVARIANT: the filling is longer than any run of question marks in a policy, so only a star takes all of it.
    public IEnumerable<string> Specimens()
    {
        var parts = _marked.Replace(One, Unsaid).Split(Any);
        var stars = parts.Length - 1;
        if (stars > MostTried)
        {
            return [string.Join(_filling, parts), string.Concat(parts)];
        }

        return Enumerable.Range(0, 1 << stars).Select(empty =>
            string.Concat(parts.Select((part, i) => i < stars && (empty >> i & 1) == 0 ? part + _filling : part)));
    }

    /// <summary>Whether this matches everything that the other does.</summary>
    public bool Covers(Glob other) => IsAll || ReferenceEquals(this, other) || other.Specimens().All(text => Matches(text));

    public bool Matches(ReadOnlySpan<char> text)
    {
        if (_firstWildcard < 0)
        {
            return text.SequenceEqual(_marked);
        }

        return text.StartsWith(_marked.AsSpan(0, _firstWildcard))
            && (_isPrefix || Matches(_marked.AsSpan(_firstWildcard), text[_firstWildcard..]));
    }

    /// <summary>Linear where patterns are usual, at worst the product of the lengths: no pattern makes it hang.</summary>
    public static bool Matches(ReadOnlySpan<char> marked, ReadOnlySpan<char> text)
    {
        int at = 0, next = 0, star = -1, resume = 0;
        while (next < text.Length)
        {
            if (at < marked.Length && marked[at] is Any)
            {
                star = at++;
                resume = next;
            }
            else if (at < marked.Length && (marked[at] == One || marked[at] == text[next]))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                // INVARIANT: only the last star needs another try; an earlier one that took more could not reach further.
                at = star + 1;
                next = ++resume;
            }
            else
            {
                return false;
            }
        }

        return marked[at..].TrimStart(Any).IsEmpty;
    }

    /// <summary>As a policy would have it.</summary>
    public override string ToString() =>
        (_marked.AsSpan().ContainsAny('*', '?')
            ? _marked.Replace("*", "${*}", StringComparison.Ordinal).Replace("?", "${?}", StringComparison.Ordinal) : _marked)
        .Replace(Any, '*').Replace(One, '?');
}
