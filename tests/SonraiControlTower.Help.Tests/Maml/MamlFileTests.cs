using System.Xml.Linq;
using SonraiControlTower.Help.Maml;
using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Tests.Maml;

public sealed class MamlFileTests
{
    private static readonly XElement _command = Render().Element(Names.Command + "command")!;

    [Fact]
    public void The_file_is_what_the_help_system_takes_for_one()
    {
        Render().Name.ShouldBe(Names.HelpItems + "helpItems");
        Render().Attribute("schema")!.Value.ShouldBe("maml");
    }

    [Fact]
    public void Name_and_synopsis_are_the_details()
    {
        var details = _command.Element(Names.Command + "details")!;

        details.Elements().Select(element => element.Value).ShouldBe(["Get-Parcel", "Get", "Parcel", "Lists parcels."]);
    }

    [Fact]
    public void A_list_is_one_paragraph_with_a_line_for_each_item() =>
        _command.Element(Names.Maml + "description")!.Elements().Select(element => element.Value).ShouldBe(
            ["Reads the depot and lists parcels, see the depot (https://example.com/depot).", "- one\n  - below\n- two"]);

    [Fact]
    public void Syntax_items_keep_the_order_and_the_types_of_the_syntax_lines() =>
        _command.Element(Names.Command + "syntax")!.Elements().Select(item => item.Elements(Names.Command + "parameter").Select(TypeAndName)).ShouldBe(
            [["Kind string[] false", "Recurse  false"], ["Id string[] true", "Kind string[] false"]]);

    [Fact]
    public void A_parameter_carries_its_metadata()
    {
        var kind = Parameter("Kind");

        kind.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}").ShouldBe(
            ["required=false", "variableLength=true", "globbing=true", "pipelineInput=False", "position=Named", "aliases=none"]);
        kind.Element(Names.Dev + "defaultValue")!.Value.ShouldBe("box");
        kind.Element(Names.Maml + "description")!.Elements().Select(element => element.Value).ShouldBe(["The kind.", "Accepted values: box, bag"]);
        Parameter("Id").Attribute("aliases")!.Value.ShouldBe("Number, No");
        Parameter("Id").Attribute("position")!.Value.ShouldBe("0");
    }

    [Fact]
    public void A_switch_takes_no_value() => Parameter("Recurse").Element(Names.Command + "parameterValue").ShouldBeNull();

    [Fact]
    public void An_example_tells_its_output_and_what_it_needs()
    {
        var examples = _command.Element(Names.Command + "examples")!.Elements().ToList();

        examples[0].Element(Names.Maml + "title")!.Value.ShouldBe("--- Example 1: List all ---");
        examples[0].Element(Names.Dev + "code")!.Value.ShouldBe("Get-Parcel\nGet-Parcel -Recurse");
        Remarks(examples[0]).ShouldBe(["Id  Kind\n7   box", "Lists all.", ""]);
        Remarks(examples[1]).ShouldBe(["(Needs a Sonrai Dig tenant and an API token for it.)", ""]);

        static IEnumerable<string> Remarks(XElement example) => example.Element(Names.Dev + "remarks")!.Elements().Select(element => element.Value);
    }

    [Fact]
    public void The_online_version_is_the_first_link_and_pages_have_no_address() =>
        _command.Element(Names.Command + "relatedLinks")!.Elements()
            .Select(link => $"{link.Element(Names.Maml + "linkText")!.Value}|{link.Element(Names.Maml + "uri")!.Value}")
            .ShouldBe(["Online Version:|https://example.com/Get-Parcel", "Get-Depot|", "The web|https://example.com/"]);

    private static XElement Parameter(string name) =>
        _command.Element(Names.Command + "parameters")!.Elements().Single(element => element.Element(Names.Maml + "name")!.Value == name);

    private static string TypeAndName(XElement parameter) => string.Join(
        ' ',
        parameter.Element(Names.Maml + "name")!.Value,
        parameter.Element(Names.Command + "parameterValue")?.Value,
        parameter.Attribute("required")!.Value);

    private static XElement Render() =>
        XDocument.Parse(MamlFile.Render([CommandPageReader.Read(SamplePage.Name, SamplePage.Module, SamplePage.Text)])).Root!;
}
