using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace SonraiControlTower.Help.Text;

/// <summary>Turns Markdown's blocks into lines of plain text.</summary>
internal static class TextBlocks
{
    private const int CellIndent = 4;

    public static IEnumerable<TextBlock> Of(IEnumerable<Block> blocks) => blocks.SelectMany(Of);

    private static IEnumerable<TextBlock> Of(Block block) => block switch
    {
        ParagraphBlock paragraph => [new TextBlock([new TextLine(PlainText.Of(paragraph), PageLine: paragraph.Line + 1)])],
        CodeBlock code => [new TextBlock([.. Verbatim(code)])],
        ListBlock list => [new TextBlock([.. Items(list, 0)])],
        Table table => Rows(table),
        QuoteBlock quote => Of((IEnumerable<Block>)quote),
        _ => throw new MalformedPageException(
            block.Line + 1, "Get-Help cannot show this kind of Markdown, such as HTML or a rule.", "Write paragraphs, lists, tables or blocks of code."),
    };

    private static IEnumerable<TextLine> Verbatim(CodeBlock code) => code.Lines.Lines
        .Take(code.Lines.Count)
        .Select((line, index) => new TextLine(line.ToString().TrimEnd(), Verbatim: true, PageLine: code.Line + 2 + index));

    private static IEnumerable<TextLine> Items(ListBlock list, int indent)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{number++.ToString(CultureInfo.InvariantCulture)}. " : "- ";
            foreach (var (index, block) in item.Index())
            {
                var lines = block switch
                {
                    ListBlock below => Items(below, indent + mark.Length),
                    ParagraphBlock words when index == 0 => [new TextLine(mark + PlainText.Of(words), indent, mark.Length, PageLine: words.Line + 1)],
                    ParagraphBlock words => [new TextLine(PlainText.Of(words), indent + mark.Length, PageLine: words.Line + 1)],
                    _ => throw new MalformedPageException(block.Line + 1, "A list holds more than words and lists.", "End the list before it."),
                };
                foreach (var line in lines)
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>A row becomes a block: its first cell, and below it the others with the heads of their columns.</summary>
    private static IEnumerable<TextBlock> Rows(Table table)
    {
        var rows = table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(Cell).ToList()).ToList();
        var heads = rows[0];
        foreach (var (index, row) in rows.Index().Skip(1))
        {
            var line = table[index].Line + 1;
            yield return new TextBlock(
            [
                new TextLine(row[0], PageLine: line),
                .. heads.Zip(row).Skip(1).Where(pair => pair.Second.Length > 0).Select(pair => new TextLine($"{pair.First}: {pair.Second}", CellIndent, PageLine: line)),
            ]);
        }

        static string Cell(TableCell cell) => string.Join(' ', cell.OfType<ParagraphBlock>().Select(PlainText.Of));
    }
}
