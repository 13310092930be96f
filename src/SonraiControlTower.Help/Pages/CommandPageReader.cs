using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SonraiControlTower.Help.Text;

namespace SonraiControlTower.Help.Pages;

/// <summary>
/// Reads a command's page by PlatyPS's schema 2.0.0
/// (<see href="https://github.com/PowerShell/platyPS/blob/v2/docs/developer/platyPS/platyPS.schema.md">platyPS.schema.md</see>), more strictly
/// than PlatyPS does: what a reader would miss in Get-Help is an error here.
/// </summary>
internal static class CommandPageReader
{
    private const string Schema = "2.0.0";
    private const string Placeholder = "{{";

    private static readonly string[] _frontMatterKeys = ["external help file", "Module Name", "online version", "schema"];

    private static readonly string[] _titles =
        ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    public static CommandPage Read(string name, string module, string markdown)
    {
        DemandNoPlaceholder(markdown);
        var page = Section.Read(markdown);
        var online = ReadOnlineVersion(page.FrontMatter, module);
        var body = page.DemandTitle(name);
        body.DemandSections(_titles);

        var syntax = SyntaxReader.Read(name, body["SYNTAX"]);
        var parameters = ParameterReader.Read(body["PARAMETERS"]);
        SyntaxReader.DemandAgreement(syntax, parameters);
        return new CommandPage
        {
            Name = name,
            OnlineVersion = online,
            Synopsis = ReadSynopsis(body["SYNOPSIS"]),
            Syntax = syntax,
            Description = DemandWords(body["DESCRIPTION"]),
            Examples = ExampleReader.Read(body["EXAMPLES"]),
            Parameters = parameters,
            Inputs = ReadTypes(body["INPUTS"]),
            Outputs = ReadTypes(body["OUTPUTS"]),
            Notes = DemandWords(body["NOTES"]),
            RelatedLinks = ReadLinks(body["RELATED LINKS"]),
        };
    }

    private static void DemandNoPlaceholder(string markdown)
    {
        foreach (var (index, line) in markdown.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Contains(Placeholder, StringComparison.Ordinal))
            {
                throw new MalformedPageException(index + 1, "A placeholder of PlatyPS was not filled in.", "Write what it asks for.");
            }
        }
    }

    private static string? ReadOnlineVersion(YamlFrontMatterBlock? block, string module)
    {
        if (block is null)
        {
            throw new MalformedPageException(1, "The page has no front matter.", $"Begin it with --- and the keys {string.Join(", ", _frontMatterKeys)}.");
        }

        var yaml = new KeyedLines(block.Lines.Lines.Take(block.Lines.Count).Select(line => line.ToString()), block.Line + 2);
        yaml.DemandOnly(_frontMatterKeys);
        yaml.OneOf("external help file", [CommandPage.HelpFileOf(module)]);
        yaml.OneOf("Module Name", [module]);
        yaml.OneOf("schema", [Schema]);
        return yaml.Value("online version") is { Length: > 0 } address ? address : null;
    }

    private static string ReadSynopsis(Section section) => section.Blocks is [ParagraphBlock paragraph] && section.Sections.Count == 0
        ? PlainText.Of(paragraph)
        : throw new MalformedPageException(section.Line, "The synopsis is not one paragraph.", "Say in one sentence what the command does.");

    private static IReadOnlyList<Block> DemandWords(Section section) => section.Blocks.Count > 0 && section.Sections.Count == 0
        ? section.Blocks
        : throw new MalformedPageException(section.Line, $"The section '{section.Title}' is empty or has headings of its own.", "Write paragraphs and lists.");

    private static IReadOnlyList<TypePage> ReadTypes(Section section) =>
    [
        .. section.Sections.Select(type => new TypePage(type.Title, type.Blocks.Count > 0
            ? type.Blocks
            : throw new MalformedPageException(type.Line, $"Nothing is said of the type '{type.Title}'.", "Say what is in it."))),
    ];

    private static IReadOnlyList<RelatedLink> ReadLinks(Section section) => section.Sections.Count == 0
        ? [.. section.Blocks.Select(block => block is ParagraphBlock { Inline: { FirstChild: LinkInline { NextSibling: null } link } }
            ? new RelatedLink(PlainText.Of(link), link.Url ?? "", block.Line + 1)
            : throw new MalformedPageException(block.Line + 1, "A related link is not a link alone.", "Write each as a paragraph: [Verb-Noun](Verb-Noun.md)."))]
        : throw new MalformedPageException(section.Line, "The related links have headings.", "Write each link as a paragraph.");
}
