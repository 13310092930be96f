using SonraiControlTower.Help.About;

namespace SonraiControlTower.Help.Tests.About;

public sealed class AboutTopicTests
{
    private const string Page = """
        # about_Depot

        ## SHORT DESCRIPTION

        The depot in one line.

        ## LONG DESCRIPTION

        A first paragraph that is long enough to be broken, since a console that is eighty columns wide cannot show it in one.

        - a list whose item is long enough to be broken too, and then stands under its own words instead of under its mark

        ### PARCELS

        ```powershell
        Get-Parcel
        ```

        ## SEE ALSO

        Get-Parcel
        """;

    [Fact]
    public void A_topic_is_laid_out_as_PowerShells_own_are() => AboutTopic.Read("about_Depot", Page).Text.ShouldBe("""
        TOPIC
            about_Depot

        SHORT DESCRIPTION
            The depot in one line.

        LONG DESCRIPTION
            A first paragraph that is long enough to be broken, since a console that is
            eighty columns wide cannot show it in one.

            - a list whose item is long enough to be broken too, and then stands under
              its own words instead of under its mark

          PARCELS
                Get-Parcel

        SEE ALSO
            Get-Parcel

        """);

    [Fact]
    public void Get_Help_finds_the_synopsis_on_the_fifth_line() =>
        AboutTopic.Read("about_Depot", Page).Text.Split('\n')[4].Trim().ShouldBe("The depot in one line.");

    [Theory]
    [InlineData("Get-Parcel\n```", "Get-Parcel -Id 1111111111, 2222222222, 3333333333, 4444444444, 5555555555, 6666666666\n```", 16, "too wide")]
    [InlineData("The depot in one line.", "The depot, which is described here in a line that is too long for the list of topics.", 3, "characters")]
    [InlineData("## SHORT DESCRIPTION", "## SUMMARY", 1, "does not begin with '## SHORT DESCRIPTION'")]
    [InlineData("# about_Depot", "# about_Else", 1, "'# about_Depot'")]
    public void A_malformed_topic_is_refused_at_its_line(string passage, string replacement, int line, string what)
    {
        var text = Page.Replace(passage, replacement, StringComparison.Ordinal);

        var refused = Should.Throw<MalformedPageException>(() => AboutTopic.Read("about_Depot", text));

        refused.Message.ShouldContain(what);
        refused.In("page.md").Line.ShouldBe(line);
    }
}
