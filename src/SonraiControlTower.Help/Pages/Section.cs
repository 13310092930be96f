using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using SonraiControlTower.Help.Text;

namespace SonraiControlTower.Help.Pages;

/// <summary>A heading and what stands below it, up to the next heading that is not below it.</summary>
/// <param name="Title">The heading's text; empty for the page as a whole.</param>
/// <param name="Level">How many #; 0 for the page as a whole.</param>
/// <param name="Line">The heading's line, counted from 1.</param>
/// <param name="Blocks">What stands before the first heading below this one.</param>
/// <param name="Sections">The headings below this one.</param>
internal sealed record Section(string Title, int Level, int Line, IReadOnlyList<Block> Blocks, IReadOnlyList<Section> Sections)
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>Reads a page; the front matter, where there is one, is its first block.</summary>
    public static Section Read(string markdown) =>
        Read(new Section("", 0, 1, [], []), new Queue<Block>(Markdown.Parse(markdown.ReplaceLineEndings("\n"), _pipeline)));

    public YamlFrontMatterBlock? FrontMatter => Blocks is [YamlFrontMatterBlock yaml, ..] ? yaml : null;

    /// <summary>The one section that a page has below itself: its title.</summary>
    public Section DemandTitle(string title)
    {
        var found = Sections is [{ Level: 1 } only] && Blocks.All(block => block is YamlFrontMatterBlock) ? only : null;
        return found?.Title == title
            ? found
            : throw new MalformedPageException(
                Sections is [var first, ..] ? first.Line : 1, $"The page does not have the one title '# {title}'.", "A page is called after its file.");
    }

    /// <summary>Demands exactly these sections in this order.</summary>
    public void DemandSections(IReadOnlyList<string> titles)
    {
        for (var index = 0; index < Math.Max(titles.Count, Sections.Count); index++)
        {
            var wanted = index < titles.Count ? titles[index] : null;
            var found = index < Sections.Count ? Sections[index] : null;
            if (found?.Title != wanted)
            {
                throw new MalformedPageException(
                    found?.Line ?? Line,
                    found is null ? $"The section '## {wanted}' is missing." : $"The section '## {found.Title}' does not belong here.",
                    $"The sections are, in this order: {string.Join(", ", titles)}.");
            }
        }
    }

    public Section this[string title] => Sections.Single(section => section.Title == title);

    private static Section Read(Section head, Queue<Block> rest)
    {
        var blocks = new List<Block>();
        var sections = new List<Section>();
        while (rest.TryPeek(out var block) && !(block is HeadingBlock next && next.Level <= head.Level))
        {
            rest.Dequeue();
            if (block is HeadingBlock heading)
            {
                sections.Add(Read(new Section(PlainText.Of(heading), heading.Level, heading.Line + 1, [], []), rest));
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                blocks.Add(block);
            }
        }

        return head with { Blocks = blocks, Sections = sections };
    }
}
