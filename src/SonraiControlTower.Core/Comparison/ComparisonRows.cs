using System.Text.Json.Nodes;

namespace SonraiControlTower;

/// <summary>A comparison as lines side by side, whatever they are shown on.</summary>
internal static class ComparisonRows
{
    // What is alike before and after a change tells where one is; the rest of a long run is folded.
    private const int Context = 3;

    private static readonly string[] _lists = ["Action", "NotAction"];

    public static IReadOnlyList<ComparisonRow> Of(SonraiPolicyComparison comparison, bool full)
    {
        var reasons = (comparison.Actions ?? []).DistinctBy(action => action.Action, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(action => action.Action, StringComparer.OrdinalIgnoreCase);
        var rows = new List<ComparisonRow>();
        foreach (var statement in comparison.Statements)
        {
            if (rows.Count > 0)
            {
                rows.Add(ComparisonRow.Gap);
            }

            var left = statement.Original is { } original ? Lines(original) : [];
            var right = statement.LeastPrivilege.SelectMany(Lines).ToList();
            var aligned = LineAlignment.Align(left, right).Select(pair => new ComparisonRow(pair.Left, pair.Right, Note(pair.Left ?? pair.Right, comparison, reasons))).ToList();
            rows.AddRange(full ? aligned : Folded(aligned));
        }

        return rows;
    }

    /// <summary>Why an action stays or goes; null for a line that is none of the actions that something is known of.</summary>
    private static string? Note(string? line, SonraiPolicyComparison comparison, Dictionary<string, ActionAdvice> reasons)
    {
        if (line?.Trim().TrimEnd(',').Trim('"') is not { } action || !reasons.TryGetValue(action, out var advice))
        {
            return null;
        }

        var used = advice.LastUsedAt is { } last ? FormattableString.Invariant($", last {last:yyyy-MM-dd}") : "";
        var sensitive = advice.Sensitivity.Count > 0 && !comparison.Stays(advice) ? $", {string.Join(" ", advice.Sensitivity)}" : "";
        return $"{advice.Reason}{used}{sensitive}";
    }

    private static IEnumerable<ComparisonRow> Folded(List<ComparisonRow> rows)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var end = at;
            while (end < rows.Count && rows[end].IsFoldableWith(rows[at]))
            {
                end++;
            }

            if (end - at <= (2 * Context) + 1)
            {
                yield return rows[at];
                continue;
            }

            for (var first = at; first < at + Context; first++)
            {
                yield return rows[first];
            }

            yield return ComparisonRow.Fold(end - at - (2 * Context), rows[at]);
            at = end - Context - 1;
        }
    }

    private static List<string> Lines(string statement)
    {
        var lines = new List<string>();
        Write(JsonNode.Parse(statement)!.AsObject(), 0, "", lines);
        return lines;
    }

    private static void Write(JsonObject value, int depth, string begin, List<string> lines, string end = "")
    {
        lines.Add($"{Indent(depth)}{begin}{{");
        foreach (var (index, (name, member)) in value.Index())
        {
            var comma = index < value.Count - 1 ? "," : "";
            var label = $"\"{name}\": ";
            switch (member)
            {
                case JsonObject inner:
                    Write(inner, depth + 1, label, lines, comma);
                    break;
                case JsonArray { Count: > 1 }:
                case not null when _lists.Contains(name):
                    // One action alone is written as a list, too: so it stands beside itself in a longer one.
                    var several = member as JsonArray ?? [member.DeepClone()];
                    lines.Add($"{Indent(depth + 1)}{label}[");
                    lines.AddRange(several.Select((one, at) => $"{Indent(depth + 2)}{Json(one)}{(at < several.Count - 1 ? "," : "")}"));
                    lines.Add($"{Indent(depth + 1)}]{comma}");
                    break;
                case JsonArray { Count: 1 } one:
                    lines.Add($"{Indent(depth + 1)}{label}{Json(one[0])}{comma}");
                    break;
                default:
                    lines.Add($"{Indent(depth + 1)}{label}{Json(member)}{comma}");
                    break;
            }
        }

        lines.Add($"{Indent(depth)}}}{end}");
    }

    private static string Json(JsonNode? node) => node?.ToJsonString(PolicyJson.Plain) ?? "null";

    private static string Indent(int depth) => new(' ', 2 * depth);
}

/// <summary>A line of each side.</summary>
/// <param name="Left">Of the original; null for none.</param>
/// <param name="Right">Of the least privilege; null for none.</param>
/// <param name="Note">What is to be said about it; null for nothing.</param>
internal sealed record ComparisonRow(string? Left, string? Right, string? Note)
{
    /// <summary>Between two statements.</summary>
    public static ComparisonRow Gap { get; } = new("", "", null);

    /// <summary>How many rows are folded here; 0 for a row that is none.</summary>
    public int Folded { get; private init; }

    /// <summary>What is folded: <c> </c> alike, <c>-</c> goes, <c>+</c> comes, <c>~</c> is written otherwise.</summary>
    public char Mark => (Left, Right) switch
    {
        (not null, null) => '-',
        (null, not null) => '+',
        _ => LineAlignment.IsSame(Left!, Right!) ? ' ' : '~',
    };

    public static ComparisonRow Fold(int count, ComparisonRow like)
    {
        var text = FormattableString.Invariant($"    … {count} more{(like.NoteWord is { } word ? $", {word}" : "")}");
        return new(like.Left is null ? null : text, like.Right is null ? null : text, null) { Folded = count };
    }

    /// <summary>Whether it is the like of another: of the same mark and for the same reason.</summary>
    public bool IsFoldableWith(ComparisonRow other) => Mark == other.Mark && NoteWord == other.NoteWord && Folded == 0
        && (Mark == ' ' || (Mark != '~' && NoteWord is not null));

    private string? NoteWord => Note?.Split(',')[0];
}
