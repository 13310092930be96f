using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Tests.Pages;

public sealed class PageFolderTests
{
    [Fact]
    public void Every_malformed_page_is_told_with_its_file()
    {
        using var folder = new TemporaryFolder()
            .With("Get-Parcel.md", SamplePage.With("# Get-Parcel\n", "# Other\n"))
            .With("about_Depot.md", "# about_Depot\n\n## LONG DESCRIPTION\n\nLong.");

        var problems = PageFolder.Read(folder.Path, SamplePage.Module).Problems;

        problems.Select(problem => Path.GetFileName(problem.File)).ShouldBe(["Get-Parcel.md", "about_Depot.md"]);
        problems[0].ToString().ShouldStartWith($"{folder.At("Get-Parcel.md")}(8): error HELP0001: ");
    }

    [Fact]
    public void A_link_must_lead_to_a_page_that_is_there()
    {
        using var folder = new TemporaryFolder().With("Get-Parcel.md", SamplePage.Text);

        var problem = PageFolder.Read(folder.Path, SamplePage.Module).Problems.ShouldHaveSingleItem();

        problem.What.ShouldContain("'Get-Depot.md'");
        problem.Line.ShouldBe(SamplePage.LineOf("[Get-Depot]"));
    }
}
