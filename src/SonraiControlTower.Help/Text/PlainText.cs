using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SonraiControlTower.Help.Text;

/// <summary>The text of Markdown without its marks: Get-Help shows plain text.</summary>
internal static class PlainText
{
    public static string Of(LeafBlock block)
    {
        var text = new StringBuilder();
        Append(text, block.Inline ?? [], block.Line + 1);
        return text.ToString().Trim();
    }

    public static string Of(ContainerInline inline)
    {
        var text = new StringBuilder();
        Append(text, inline, inline.Line + 1);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<Inline> inlines, int line)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case LinkInline link:
                    AppendLink(text, link, line);
                    break;
                case EmphasisInline emphasis:
                    Append(text, emphasis, line);
                    break;
                default:
                    throw new MalformedPageException(
                        line, "Get-Help cannot show this kind of Markdown, such as HTML.", "Write words, links, or `code`; text in angle brackets belongs into `code`.");
            }
        }
    }

    /// <summary>A page is named by its text; an address on the web must be readable.</summary>
    private static void AppendLink(StringBuilder text, LinkInline link, int line)
    {
        var start = text.Length;
        Append(text, link, line);
        if (link.Url is { } address && address.Contains("://", StringComparison.Ordinal) && text.ToString(start, text.Length - start) != address)
        {
            text.Append(" (").Append(address).Append(')');
        }
    }
}
