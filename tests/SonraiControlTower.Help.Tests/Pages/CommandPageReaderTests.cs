using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Tests.Pages;

public sealed class CommandPageReaderTests
{
    [Fact]
    public void A_page_is_read_section_by_section()
    {
        var page = CommandPageReader.Read(SamplePage.Name, SamplePage.Module, SamplePage.Text);

        page.Synopsis.ShouldBe("Lists parcels.");
        page.OnlineVersion.ShouldBe("https://example.com/Get-Parcel");
        page.Syntax.Select(set => (set.Name, set.IsDefault)).ShouldBe([("All", true), ("Id", false)]);
        page.Parameters.Select(parameter => parameter.Name).ShouldBe(["Id", "Kind", "Recurse"]);
        page.Examples.Select(example => (example.Title, example.Needs)).ShouldBe(
            [("Example 1: List all", ExampleNeeds.Nothing), ("Example 2: List from the tenant", ExampleNeeds.Tenant)]);
        page.Examples[0].Code.ShouldBe("Get-Parcel\nGet-Parcel -Recurse");
        page.Inputs.Select(type => type.Type).ShouldBe(["System.String"]);
        page.Outputs.Select(type => type.Type).ShouldBe(["Depot.Parcel"]);
        page.RelatedLinks.Select(link => (link.Text, link.IsPage)).ShouldBe([("Get-Depot", true), ("The web", false)]);
    }

    [Fact]
    public void A_syntax_may_be_broken_over_lines()
    {
        var page = CommandPageReader.Read(SamplePage.Name, SamplePage.Module, SamplePage.Text);

        page.Syntax[1].Line.ShouldBe("Get-Parcel [-Id] <string[]> [-Kind <string[]>] [<CommonParameters>]");
    }

    [Fact]
    public void A_command_with_one_nameless_set_needs_no_heading_for_it()
    {
        var text = SamplePage.Text
            .Replace("### All (Default)\n\n", "", StringComparison.Ordinal)
            .Replace("### Id\n\n```\nGet-Parcel [-Id] <string[]> [-Kind <string[]>]\n [<CommonParameters>]\n```\n\n", "", StringComparison.Ordinal)
            .Replace("Parameter Sets: All\n", "Parameter Sets: (All)\n", StringComparison.Ordinal);
        var id = text[text.IndexOf("### -Id", StringComparison.Ordinal)..text.IndexOf("### -Kind", StringComparison.Ordinal)];

        var page = CommandPageReader.Read(SamplePage.Name, SamplePage.Module, text.Replace(id, "", StringComparison.Ordinal));

        page.Syntax.ShouldHaveSingleItem().Name.ShouldBe(ParameterFacts.AllSets);
    }

    [Theory]
    [InlineData("---\nexternal help file: Depot.dll-Help.xml\nModule Name: Depot\nonline version: https://example.com/Get-Parcel\nschema: 2.0.0\n---", "", "# Get-Parcel", "front matter")]
    [InlineData("Module Name: Depot", "Module Name: Attic", "Module Name", "'Module Name' is 'Attic'")]
    [InlineData("schema: 2.0.0", "schema: 3", "schema: 3", "'schema' is '3'")]
    [InlineData("external help file: Depot.dll-Help.xml", "external help file: x", "external help file", "'external help file' is 'x'")]
    [InlineData("# Get-Parcel\n", "# Get-Parcels\n", "# Get-Parcels", "the one title '# Get-Parcel'")]
    [InlineData("Lists parcels.", "First.\n\nSecond.", "## SYNOPSIS", "not one paragraph")]
    [InlineData("## NOTES\n\nNothing is changed.\n", "", "## RELATED LINKS", "does not belong here")]
    [InlineData("Nothing is changed.", "", "## NOTES", "'NOTES' is empty")]
    [InlineData("### Id\n", "### Id (Default)\n", "## SYNTAX", "More than one parameter set")]
    [InlineData("### -Recurse\n", "### Recurse\n", "### Recurse", "heading of a parameter is 'Recurse'")]
    [InlineData("The kind.\n", "", "### -Kind", "has no description")]
    [InlineData("### CommonParameters\n\nThe common parameters.\n", "", "## PARAMETERS", "does not end with the common parameters")]
    [InlineData("A parcel.\n", "", "### Depot.Parcel", "Nothing is said of the type")]
    [InlineData("[Get-Depot](Get-Depot.md)", "Get-Depot", "Get-Depot\n\n[The", "not a link alone")]
    [InlineData("Below, too.", "{{ Fill Recurse Description }}", "{{ Fill", "placeholder")]
    public void A_malformed_page_is_refused_at_its_line(string passage, string replacement, string at, string what)
    {
        var text = SamplePage.With(passage, replacement);

        var problem = Should.Throw<MalformedPageException>(() => CommandPageReader.Read(SamplePage.Name, SamplePage.Module, text)).In("page.md");

        problem.What.ShouldContain(what);
        problem.Remedy.ShouldNotBeNullOrWhiteSpace();
        problem.Line.ShouldBe(at == "# Get-Parcel" ? 1 : SamplePage.LineOf(at, text));
    }

    [Theory]
    [InlineData("### -Recurse\n", "### -Deep\n", "'-Recurse' is not described")]
    [InlineData("Parameter Sets: All\n", "Parameter Sets: Id\n", "'-Recurse' does not name the set 'All'")]
    [InlineData("Parameter Sets: All\n", "Parameter Sets: All, Id\n", "'-Recurse' puts it into the set 'Id'")]
    [InlineData("Parameter Sets: All\n", "Parameter Sets: (All)\n", "'-Recurse' puts it into the set 'Id'")]
    [InlineData("Parameter Sets: All\n", "Parameter Sets: All, Other\n", "'-Recurse' puts it into the set 'Other'")]
    [InlineData("Position: 0", "Position: Named", "'-Id' and the syntax of the set 'Id' differ")]
    [InlineData("Required: True", "Required: False", "'-Id' and the syntax of the set 'Id' differ")]
    [InlineData("Type: SwitchParameter", "Type: Boolean", "'-Recurse' and the syntax of the set 'All' differ")]
    public void Syntax_and_metadata_must_agree(string passage, string replacement, string what)
    {
        var text = SamplePage.With(passage, replacement);

        Should.Throw<MalformedPageException>(() => CommandPageReader.Read(SamplePage.Name, SamplePage.Module, text)).Message.ShouldContain(what);
    }

    [Fact]
    public void A_parameter_may_differ_from_set_to_set()
    {
        var text = SamplePage.Text
            .Replace("Get-Parcel [-Id] <string[]> [-Kind <string[]>]\n", "Get-Parcel [-Id] <string[]> -Kind <string[]>\n", StringComparison.Ordinal)
            .Replace("Parameter Sets: (All)\n", "Parameter Sets: All\n", StringComparison.Ordinal)
            .Replace(
                "### -Recurse\n",
                """
                ```yaml
                Type: String[]
                Parameter Sets: Id
                Aliases:
                Required: True
                Position: Named
                Default value: None
                Accept pipeline input: False
                Accept wildcard characters: False
                ```

                ### -Recurse

                """,
                StringComparison.Ordinal);

        var kind = CommandPageReader.Read(SamplePage.Name, SamplePage.Module, text).Parameters.Single(parameter => parameter.Name == "Kind");

        kind.FactsIn("All")!.Required.ShouldBeFalse();
        kind.FactsIn("Id")!.Required.ShouldBeTrue();
    }
}
