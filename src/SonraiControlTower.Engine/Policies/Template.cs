using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>
/// A text of a policy with variables: <c>${aws:username}</c>, <c>${aws:PrincipalTag/team, 'none'}</c>, and the escapes <c>${*}</c>, <c>${?}</c>,
/// <c>${$}</c>. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">policy variables</see>.
/// </summary>
internal sealed class Template
{
    private readonly Part[] _parts;

    private Template(Part[] parts) => _parts = parts;

    /// <summary>Reads a text; where it has no variables it is told in <paramref name="constant"/>, and the answer is null.</summary>
    /// <param name="text">As the policy has it.</param>
    /// <param name="hasVariables">False in the older language, where <c>${</c> is text.</param>
    /// <param name="hasWildcards">Whether <c>*</c> and <c>?</c> are wildcards here.</param>
    /// <param name="constant">The text as <see cref="Glob"/> marks it.</param>
    public static Template? Parse(string text, bool hasVariables, bool hasWildcards, out string constant)
    {
        if (!hasVariables || !text.Contains("${", StringComparison.Ordinal))
        {
            constant = Marked(text, hasWildcards);
            return null;
        }

        var parts = new List<Part>();
        var literal = new StringBuilder();
        var isTemplate = false;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                literal.Append(Marked(text[at..], hasWildcards));
                break;
            }

            literal.Append(Marked(text[at..open], hasWildcards));
            var inside = text[(open + 2)..close];
            if (inside is "*" or "?" or "$")
            {
                literal.Append(inside);
            }
            else
            {
                parts.Add(new Part(literal.ToString(), null, null));
                literal.Clear();
                parts.Add(Variable(inside));
                isTemplate = true;
            }

            at = close + 1;
        }

        constant = isTemplate ? "" : literal.ToString();
        parts.Add(new Part(literal.ToString(), null, null));
        return isTemplate ? new Template([.. parts]) : null;
    }

    /// <summary>Puts the values in. What a value has of wildcards is text.</summary>
    /// <param name="request">Tells the values.</param>
    /// <param name="resolved">The text as <see cref="Glob"/> marks it; if the answer is Unknown, with a wildcard for every value that nobody knows.</param>
    /// <returns>False where a key has no value, or more than one, and the variable no default: then the text matches nothing.</returns>
    public Truth Resolve(in AccessRequest request, out string resolved)
    {
        var text = new StringBuilder();
        var answer = Truth.True;
        foreach (var part in _parts)
        {
            text.Append(part.Literal);
            if (part.Key is null)
            {
                continue;
            }

            switch (request.Find(part.Key, out var values))
            {
                case Truth.True when values.Count == 1:
                    text.Append(Glob.Literal(values[0]));
                    break;
                case Truth.Unknown:
                    text.Append(Glob.Any);
                    answer = Truth.Unknown;
                    break;
                case Truth.False when part.Default is not null:
                    text.Append(part.Default);
                    break;
                default:
                    resolved = "";
                    return Truth.False;
            }
        }

        resolved = text.ToString();
        return answer;
    }

    /// <summary>Adds the keys that nobody knows.</summary>
    public void TellUnknown(in AccessRequest request, ICollection<string> unknown)
    {
        foreach (var part in _parts)
        {
            if (part.Key is not null && request.Find(part.Key, out _) is Truth.Unknown)
            {
                unknown.Add(part.Key);
            }
        }
    }

    private static string Marked(string text, bool hasWildcards) => hasWildcards ? Glob.Mark(text) : Glob.Literal(text);

    /// <summary><c>key</c>, or <c>key, 'default'</c>.</summary>
    private static Part Variable(string inside)
    {
        var comma = inside.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return new Part("", inside.Trim(), null);
        }

        var quoted = inside[(comma + 1)..].Trim();
        return quoted is ['\'', .. var value, '\'']
            ? new Part("", inside[..comma].Trim(), Glob.Literal(value))
            : new Part("", inside.Trim(), null);
    }

    private sealed record Part(string Literal, string? Key, string? Default);
}
