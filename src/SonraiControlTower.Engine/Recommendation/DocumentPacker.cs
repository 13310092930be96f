using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>
/// Puts statements into as few documents as it takes to keep each within a limit, without white space, which IAM does not count
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">character limits</see>).
/// Where a statement is too long by itself, its list of actions is taken apart, then its list of resources: both mean the same in parts.
/// </summary>
internal sealed class DocumentPacker(Policy original, int limit)
{
    private const string End = "]}";
    private readonly string _begin = Begin(original);

    /// <summary>The documents, in the statements' order; none for no statements.</summary>
    public IReadOnlyList<string> Pack(IReadOnlyList<WrittenStatement> statements)
    {
        var room = limit - _begin.Length - End.Length;
        var sids = statements.Select(statement => statement.Sid).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<string> documents = [];
        StringBuilder? document = null;
        foreach (var part in statements.SelectMany(statement => Parts(statement, room, sids)))
        {
            if (document is not null && document.Length + 1 + part.Length + End.Length > limit)
            {
                documents.Add(document.Append(End).ToString());
                document = null;
            }

            document = (document is null ? new StringBuilder(_begin) : document.Append(',')).Append(part);
        }

        if (document is not null)
        {
            documents.Add(document.Append(End).ToString());
        }

        return documents;
    }

    /// <summary>
    /// The version stays what it is: in the older language <c>${…}</c> is no variable
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</see>).
    /// </summary>
    private static string Begin(Policy original)
    {
        var version = original.Version ?? (original.Json.Contains("${", StringComparison.Ordinal) ? "2008-10-17" : "2012-10-17");
        return $"{{\"Version\":\"{version}\",\"Statement\":[";
    }

    private static IEnumerable<string> Parts(WrittenStatement statement, int room, HashSet<string> sids)
    {
        var text = statement.ToString();
        if (text.Length <= room)
        {
            return [text];
        }

        // In a Deny with NotAction the list is what is let through: in parts it would deny all. So is a NotResource.
        List<WrittenStatement> parts = [];
        if (statement.Actions.Count > 1 && !(statement.Source.IsNotAction && ReferenceEquals(statement.Actions, statement.Source.Actions)))
        {
            SplitActions(statement, text.Length, room, parts);
        }
        else if (statement is { Resources.Count: > 1, Source.IsNotResource: false })
        {
            var half = statement.Resources.Count / 2;
            parts.Add(statement with { Resources = [.. statement.Resources.Take(half)] });
            parts.Add(statement with { Resources = [.. statement.Resources.Skip(half)] });
        }

        return parts.Count < 2 ? [text] : parts.SelectMany((part, i) => Parts(i == 0 ? part : part with { Sid = Next(statement.Sid, sids) }, room, sids));
    }

    /// <summary>As many actions into each part as there is room for. Numbers in Sids need some, too.</summary>
    private static void SplitActions(WrittenStatement statement, int length, int room, List<WrittenStatement> parts)
    {
        const int Number = 4;
        var actions = statement.Actions.Sum(WrittenStatement.LengthOf);
        var rest = room - (length - actions) - Number;
        List<string> part = [];
        var taken = 0;
        foreach (var action in statement.Actions)
        {
            var more = WrittenStatement.LengthOf(action);
            if (part.Count > 0 && taken + more > rest)
            {
                parts.Add(statement with { Actions = part });
                part = [];
                taken = 0;
            }

            part.Add(action);
            taken += more;
        }

        parts.Add(statement with { Actions = part });
    }

    private static string? Next(string? sid, HashSet<string> sids)
    {
        for (var number = 2; sid is not null; number++)
        {
            if (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sid}Part{number}") is var next && sids.Add(next))
            {
                return next;
            }
        }

        return null;
    }
}
