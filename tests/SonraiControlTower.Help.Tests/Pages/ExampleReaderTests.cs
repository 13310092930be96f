using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Tests.Pages;

public sealed class ExampleReaderTests
{
    [Fact]
    public void What_stands_around_the_code_is_kept_apart()
    {
        var example = Read("### Example 1: Both\n\nBefore.\n\n```powershell needs-aws\nGet-Parcel\n```\n\nAfter.").ShouldHaveSingleItem();

        example.Code.ShouldBe("Get-Parcel");
        example.Needs.ShouldBe(ExampleNeeds.Aws);
        example.Before.Count.ShouldBe(1);
        example.After.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", 1, "There is no example")]
    [InlineData("### List all\n\n```powershell\nx\n```", 3, "heading of an example is 'List all'")]
    [InlineData("### Example 2: No first\n\n```powershell\nx\n```", 3, "heading of an example")]
    [InlineData("### Example 1: None\n\nWords.", 3, "exactly one block of code")]
    [InlineData("### Example 1: Two\n\n```powershell\nx\n```\n\n```powershell\ny\n```", 3, "exactly one block of code")]
    [InlineData("### Example 1: Other\n\n```powershell\nx\n```\n\n```text\ny\n```", 9, "marked 'text'")]
    [InlineData("### Example 1: Mark\n\n```powershell needs-luck\nx\n```", 5, "marked 'needs-luck'")]
    public void A_malformed_example_is_refused_at_its_line(string text, int line, string what)
    {
        var refused = Should.Throw<MalformedPageException>(() => Read(text));

        refused.Message.ShouldContain(what);
        refused.In("page.md").Line.ShouldBe(line);
    }

    private static IReadOnlyList<Example> Read(string text) => ExampleReader.Read(Section.Read($"## EXAMPLES\n\n{text}").Sections[0]);
}
