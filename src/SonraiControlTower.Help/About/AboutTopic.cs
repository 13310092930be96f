using Markdig.Syntax;
using SonraiControlTower.Help.Pages;
using SonraiControlTower.Help.Text;

namespace SonraiControlTower.Help.About;

/// <summary>An about topic as Get-Help shows it: plain text, which it neither wraps nor formats.</summary>
internal sealed record AboutTopic(string Name, string Text)
{
    private const int Margin = 4;
    private const string Short = "SHORT DESCRIPTION";

    public static AboutTopic Read(string name, string markdown)
    {
        var body = Section.Read(markdown).DemandTitle(name);
        if (body.Sections is not [{ Title: Short, Blocks: [ParagraphBlock words] } brief, ..])
        {
            throw new MalformedPageException(body.Line, $"The page does not begin with '## {Short}' and one line below it.", "Say what the topic is about.");
        }

        // INVARIANT: Get-Help takes the fifth line of the file for the topic's synopsis.
        var lines = new List<string> { "TOPIC", Indented(name), "", Short, Indented(OneLine(words, brief.Line)), "" };
        foreach (var section in body.Sections.Skip(1))
        {
            Append(lines, section, 0);
        }

        return new AboutTopic(name, string.Join('\n', lines));
    }

    private static void Append(List<string> lines, Section section, int depth)
    {
        // A heading below a heading stands half as far in as the text.
        lines.Add(new string(' ', Margin / 2 * Math.Min(depth, 1)) + section.Title);
        foreach (var (index, block) in TextBlocks.Of(section.Blocks).Index())
        {
            if (index > 0)
            {
                lines.Add("");
            }

            lines.AddRange(block.Lines.SelectMany(line => WordWrap.Wrap(line, Margin)));
        }

        lines.Add("");
        foreach (var below in section.Sections)
        {
            Append(lines, below, depth + 1);
        }
    }

    private static string OneLine(ParagraphBlock words, int line)
    {
        var text = PlainText.Of(words);
        return text.Length <= WordWrap.Columns - Margin
            ? text
            : throw new MalformedPageException(
                line, $"The short description has {text.Length} characters.", $"Get-Help lists it on one line: keep it to {WordWrap.Columns - Margin}.");
    }

    private static string Indented(string text) => new string(' ', Margin) + text;
}
