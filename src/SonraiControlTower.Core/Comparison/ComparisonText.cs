using System.Text;

namespace SonraiControlTower;

/// <summary>A comparison as text for a console: two columns where there is room, else one. The marks in the gutter say without colour what the colours say.</summary>
public static class ComparisonText
{
    private const int LeastForTwoColumns = 100;
    private const int LeastWidth = 40;
    private const string Reset = "\u001b[0m";
    private const string Red = "\u001b[31m";
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Faint = "\u001b[2m";
    private const string Bold = "\u001b[1m";

    /// <param name="comparison">The comparison.</param>
    /// <param name="width">How many columns there are; less than 40 counts as 40.</param>
    /// <param name="isColoured">Whether escape sequences colour it.</param>
    /// <param name="isFull">Whether long runs that are alike are written out.</param>
    public static IReadOnlyList<string> Lines(SonraiPolicyComparison comparison, int width, bool isColoured, bool isFull = false)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        width = Math.Max(width, LeastWidth);
        var pen = new Pen(isColoured);
        var rows = ComparisonRows.Of(comparison, isFull);
        var lines = new List<string> { pen.Write(Bold, Cut(Title(comparison), width)) };
        lines.AddRange(Summary(comparison).Select(line => pen.Write(Faint, Cut(line, width))));
        lines.AddRange(width >= LeastForTwoColumns ? TwoColumns(rows, comparison, width, pen) : OneColumn(rows, width, pen));
        return lines;
    }

    private static string Title(SonraiPolicyComparison comparison) =>
        $"{comparison.PolicyName} of {IamArn.Short(comparison.IdentityArn)}{(comparison.Advice is { } advice ? $": {advice}" : "")}";

    private static IEnumerable<string> Summary(SonraiPolicyComparison comparison)
    {
        if (comparison.Actions is not null)
        {
            yield return FormattableString.Invariant(
                $"Kept {comparison.KeptCount}, removed {comparison.RemovedCount} actions, {comparison.RemovedSensitiveCount} of them sensitive.");
        }

        if (comparison.OriginalPolicy is null)
        {
            yield return "What it says is not known.";
        }

        if (comparison.LeastPrivilegePolicy is null)
        {
            yield return NothingOnTheRight(comparison);
        }
    }

    /// <summary>Why the right side is empty.</summary>
    internal static string NothingOnTheRight(SonraiPolicyComparison comparison) => comparison.Advice is RecommendationAdvice.Detach || comparison.Choice == ComparisonChoice.Monitored
        ? "Nothing of it is needed."
        : "No policy is recommended in its place.";

    private static IEnumerable<string> TwoColumns(IReadOnlyList<ComparisonRow> rows, SonraiPolicyComparison comparison, int width, Pen pen)
    {
        var column = (width - 5) / 2;
        yield return pen.Write(Bold, $"  {"Original".PadRight(column)} | {(comparison.Choice == ComparisonChoice.Monitored ? "Monitored" : "Least privilege")}");
        yield return new string('-', (2 * column) + 5);
        foreach (var row in rows)
        {
            var mark = row.Mark;
            var (left, right) = (Column(row.Left, column), Column(row.Right, column));
            for (var at = 0; at < Math.Max(left.Count, right.Count); at++)
            {
                var (one, other) = (left.ElementAtOrDefault(at), right.ElementAtOrDefault(at));
                var isLast = at == Math.Max(left.Count, right.Count) - 1;

                // A reason stands where there is room: behind what stays, or where what goes has left the other side free.
                var note = isLast && row.Note is { } reason && (other?.Length ?? 0) + reason.Length + 3 <= column ? reason : null;
                yield return string.Concat(
                    pen.Write(mark is '-' ? Red : mark is '+' ? Green : Yellow, at == 0 ? $"{mark} " : "  "),
                    pen.Write(mark is '-' ? Red : mark is '~' ? Yellow : "", (one ?? "").PadRight(column)),
                    " | ",
                    pen.Write(mark is '+' ? Green : mark is '~' ? Yellow : "", other ?? ""),
                    note is null ? "" : pen.Write(Faint, $"{(string.IsNullOrEmpty(other) ? "" : "  ")}# {note}")).TrimEnd();
                if (isLast && note is null && row.Note is { } beneath)
                {
                    yield return $"{new string(' ', column + 2)} | {pen.Write(Faint, Cut($"{Indent(row)}# {beneath}", column))}";
                }
            }
        }
    }

    private static IEnumerable<string> OneColumn(IReadOnlyList<ComparisonRow> rows, int width, Pen pen)
    {
        foreach (var row in rows)
        {
            foreach (var (mark, text) in row.Mark == '~' ? [('-', row.Left!), ('+', row.Right!)] : new[] { (row.Mark, row.Left ?? row.Right!) })
            {
                var wrapped = Column(text, width - 2);
                for (var at = 0; at < wrapped.Count; at++)
                {
                    var note = at == wrapped.Count - 1 && row.Note is { } reason && wrapped[at].Length + reason.Length + 6 <= width ? reason : null;
                    yield return string.Concat(
                        pen.Write(mark is '-' ? Red : mark is '+' ? Green : "", $"{(at == 0 ? mark : ' ')} {wrapped[at]}"),
                        note is null ? "" : pen.Write(Faint, $"  # {note}")).TrimEnd();
                    if (at == wrapped.Count - 1 && note is null && row.Note is { } beneath)
                    {
                        yield return pen.Write(Faint, Cut($"  {Indent(row)}# {beneath}", width));
                    }
                }
            }
        }
    }

    /// <summary>A line in a column; what is too long goes on below, a little further in.</summary>
    private static List<string> Column(string? line, int width)
    {
        if (line is null)
        {
            return [];
        }

        const int Further = 4;
        var indent = Math.Min(line.Length - line.TrimStart(' ').Length + Further, width / 2);
        var parts = new List<string>();
        var rest = line;
        while (rest.Length > width)
        {
            // Half of a sign that takes two places would be no sign.
            var end = char.IsHighSurrogate(rest[width - 1]) ? width - 1 : width;
            parts.Add(rest[..end]);
            rest = new string(' ', indent) + rest[end..];
        }

        parts.Add(rest);
        return parts;
    }

    private static string Indent(ComparisonRow row) => new(' ', (row.Left ?? row.Right!).TakeWhile(letter => letter == ' ').Count() + 2);

    private static string Cut(string line, int width) => line.Length <= width ? line : $"{line[..(width - 1)]}…";

    private sealed class Pen(bool isColoured)
    {
        public string Write(string colour, string text) =>
            isColoured && colour.Length > 0 && !string.IsNullOrWhiteSpace(text) ? new StringBuilder(colour).Append(text).Append(Reset).ToString() : text;
    }
}
