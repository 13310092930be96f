using System.Net;
using System.Text;

namespace SonraiControlTower;

/// <summary>Comparisons as one page of HTML that needs nothing else: light or dark as the reader likes, to be printed, and readable without colour.</summary>
public static class ComparisonHtml
{
    private const string Style =
        """
        :root { color-scheme: light dark; --gone: #b42318; --come: #067647; --other: #93370d; --line: #d0d5dd; --faint: #667085; --gonebg: #fef3f2; --comebg: #ecfdf3; --otherbg: #fffaeb; }
        @media (prefers-color-scheme: dark) { :root { --gone: #fda29b; --come: #75e0a7; --other: #fec84b; --line: #475467; --faint: #98a2b3; --gonebg: #3b1714; --comebg: #0d2f22; --otherbg: #33270c; } }
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 110rem; padding: 0 1rem; }
        h2 { margin: 2.5rem 0 0.2rem; font-size: 1.2rem; overflow-wrap: anywhere; }
        p { margin: 0 0 0.8rem; color: var(--faint); overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; font: 13px/1.45 ui-monospace, Menlo, Consolas, monospace; }
        th { text-align: left; border-bottom: 2px solid var(--line); padding: 0.3rem 0.5rem; }
        th:first-child, td:first-child { width: 1.2rem; text-align: center; padding: 0; }
        td { vertical-align: top; padding: 0 0.5rem; white-space: pre-wrap; overflow-wrap: anywhere; border-left: 1px solid var(--line); }
        td:first-child { border-left: 0; }
        tr.gone td:nth-child(-n+2) { color: var(--gone); background: var(--gonebg); }
        tr.come td:first-child, tr.come td:nth-child(3) { color: var(--come); background: var(--comebg); }
        tr.other td { color: var(--other); background: var(--otherbg); }
        td small { color: var(--faint); font-size: 12px; }
        @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
        """;

    /// <summary>The page, from the first sign to the last.</summary>
    public static string Page(IEnumerable<SonraiPolicyComparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append("<title>Original and least privilege</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<h1>Original and least privilege</h1>\n");
        foreach (var comparison in comparisons)
        {
            Write(page, comparison);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder page, SonraiPolicyComparison comparison)
    {
        var right = comparison.Choice == ComparisonChoice.Monitored ? "Monitored" : "Least privilege";
        page.Append("<h2>").Append(Text($"{comparison.PolicyName}{(comparison.Advice is { } advice ? $": {advice}" : "")}")).Append("</h2>\n<p>")
            .Append(Text($"{comparison.IdentityArn}{(comparison.PolicyArn is { } arn ? $" has {arn}" : " has it embedded")}."));
        if (comparison.Actions is not null)
        {
            page.Append(Text(FormattableString.Invariant(
                $" Kept {comparison.KeptCount}, removed {comparison.RemovedCount} actions, {comparison.RemovedSensitiveCount} of them sensitive.")));
        }

        page.Append(comparison.OriginalPolicy is null ? " What it says is not known." : "")
            .Append(comparison.LeastPrivilegePolicy is null ? $" {ComparisonText.NothingOnTheRight(comparison)}" : "").Append("</p>\n<table>\n<thead><tr><th scope=\"col\" aria-label=\"Change\"></th><th scope=\"col\">Original</th><th scope=\"col\">")
            .Append(right).Append("</th></tr></thead>\n<tbody>\n");
        foreach (var row in ComparisonRows.Of(comparison, full: true))
        {
            page.Append(row.Mark switch { '-' => "<tr class=\"gone\">", '+' => "<tr class=\"come\">", '~' => "<tr class=\"other\">", _ => "<tr>" })
                .Append("<td>").Append(row.Mark == ' ' ? "" : row.Mark).Append("</td><td>").Append(Text(row.Left)).Append("</td><td>").Append(Text(row.Right));
            if (row.Note is { } note)
            {
                page.Append(row.Right is null ? "" : "  ").Append("<small>").Append(Text(note)).Append("</small>");
            }

            page.Append("</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
