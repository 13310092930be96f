using SonraiControlTower.Help.Pages;
using SonraiControlTower.Help.Text;

namespace SonraiControlTower.Help.Tests.Text;

public sealed class TextBlocksTests
{
    [Theory]
    [InlineData("Plain `code` and *stress*\nover two lines.", "Plain code and stress over two lines.")]
    [InlineData("See [Get-Depot](Get-Depot.md).", "See Get-Depot.")]
    [InlineData("See [the web](https://example.com/).", "See the web (https://example.com/).")]
    [InlineData("See <https://example.com/>.", "See https://example.com/.")]
    [InlineData("Black &amp; white", "Black & white")]
    [InlineData("- one\n- two `2`\n  - below", "- one\n- two 2\n  - below")]
    [InlineData("1. one\n2. two", "1. one\n2. two")]
    [InlineData("```text\n a\n\nb\n```", " a\n\nb")]
    [InlineData("| Id | Kind |\n| --- | --- |\n| 7 | `box` |\n| 8 | |", "7\n    Kind: box\n\n8")]
    public void Markdown_becomes_the_text_that_Get_Help_shows(string markdown, string text) => Show(markdown).ShouldBe(text);

    [Theory]
    [InlineData("Words with <b>marks</b>.")]
    [InlineData("<div>\n</div>")]
    [InlineData("---")]
    [InlineData("- one\n\n  ```text\n  code\n  ```")]
    public void What_it_cannot_show_is_refused(string markdown) => Should.Throw<MalformedPageException>(() => Show($"\n{markdown}\n"));

    private static string Show(string markdown) => string.Join("\n\n", TextBlocks.Of(Section.Read(markdown).Blocks));
}
