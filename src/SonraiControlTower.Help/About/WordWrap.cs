using SonraiControlTower.Help.Text;

namespace SonraiControlTower.Help.About;

/// <summary>Breaks lines between words, so that none is wider than a console.</summary>
internal static class WordWrap
{
    public const int Columns = 80;

    private const int CodeIndent = 4;

    public static IEnumerable<string> Wrap(TextLine line, int margin)
    {
        if (line.Verbatim)
        {
            yield return Verbatim(line, margin);
            yield break;
        }

        var indent = margin + line.Indent;
        var current = new string(' ', indent);
        var empty = true;
        foreach (var word in line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && current.Length + 1 + word.Length > Columns)
            {
                yield return current;
                current = new string(' ', indent + line.Hanging);
                empty = true;
            }

            current += empty ? word : $" {word}";
            empty = false;
        }

        yield return current;
    }

    private static string Verbatim(TextLine line, int margin)
    {
        var text = line.Text.Length == 0 ? "" : new string(' ', margin + CodeIndent) + line.Text;
        return text.Length <= Columns
            ? text
            : throw new MalformedPageException(
                line.PageLine,
                $"A line of code is {text.Length - Columns} columns too wide for a console of {Columns}.",
                "Break it after a pipe or a comma.");
    }
}
