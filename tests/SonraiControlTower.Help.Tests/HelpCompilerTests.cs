namespace SonraiControlTower.Help.Tests;

public sealed class HelpCompilerTests
{
    private const string Topic = "# about_Depot\n\n## SHORT DESCRIPTION\n\nThe depot.\n";

    private static readonly string _page = SamplePage.With("[Get-Depot](Get-Depot.md)\n\n", "");

    [Fact]
    public void A_folder_of_pages_becomes_one_xml_file_and_a_text_for_each_topic()
    {
        using var pages = Pages();
        using var output = new TemporaryFolder();

        HelpCompiler.Compile(pages.Path, output.Path, SamplePage.Module).ShouldBeEmpty();

        Directory.GetFiles(output.Path).Select(Path.GetFileName).Order().ShouldBe(["Depot.dll-Help.xml", "about_Depot.help.txt"]);
    }

    [Fact]
    public void The_same_pages_give_the_same_bytes_whatever_their_line_ends()
    {
        using var pages = Pages();
        using var windowsPages = new TemporaryFolder()
            .With("Get-Parcel.md", _page.ReplaceLineEndings("\r\n"))
            .With("about_Depot.md", Topic.ReplaceLineEndings("\r\n"));
        using var output = new TemporaryFolder();
        using var windowsOutput = new TemporaryFolder();

        HelpCompiler.Compile(pages.Path, output.Path, SamplePage.Module).ShouldBeEmpty();
        HelpCompiler.Compile(windowsPages.Path, windowsOutput.Path, SamplePage.Module).ShouldBeEmpty();

        foreach (var name in new[] { "Depot.dll-Help.xml", "about_Depot.help.txt" })
        {
            var bytes = File.ReadAllBytes(output.At(name));
            bytes.ShouldNotContain((byte)'\r');
            File.ReadAllBytes(windowsOutput.At(name)).ShouldBe(bytes);
        }
    }

    [Fact]
    public void A_topic_whose_page_is_gone_goes_too()
    {
        using var pages = Pages();
        using var output = new TemporaryFolder().With("about_Attic.help.txt", "old");

        HelpCompiler.Compile(pages.Path, output.Path, SamplePage.Module);

        File.Exists(output.At("about_Attic.help.txt")).ShouldBeFalse();
    }

    [Fact]
    public void With_one_malformed_page_nothing_is_written()
    {
        using var pages = Pages().With("Get-Depot.md", "nothing");
        using var output = new TemporaryFolder();

        HelpCompiler.Compile(pages.Path, output.Path, SamplePage.Module).ShouldHaveSingleItem();

        Directory.GetFiles(output.Path).ShouldBeEmpty();
    }

    private static TemporaryFolder Pages() => new TemporaryFolder().With("Get-Parcel.md", _page).With("about_Depot.md", Topic);
}
