using System.Xml.Linq;
using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Maml;

/// <summary>One example. What it needs that the sandbox does not have is said to the reader of Get-Help too.</summary>
internal static class MamlExample
{
    private const string Rule = "---";

    public static XElement Element(Example example) => new(
        Names.Command + "example",
        new XElement(Names.Maml + "title", $"{Rule} {example.Title} {Rule}"),
        new XElement(Names.Dev + "code", example.Code),
        new XElement(
            Names.Dev + "remarks",
            NeedText(example.Needs) is { } need ? new XElement(Names.Maml + "para", need) : null,
            MamlCommand.Paragraphs([.. example.Before, .. example.After]),

            // Get-Help puts nothing between one example and the next.
            new XElement(Names.Maml + "para")));

    private static string? NeedText(ExampleNeeds needs) => needs switch
    {
        ExampleNeeds.Aws => "(Needs an AWS organization and credentials for it.)",
        ExampleNeeds.Tenant => "(Needs a Sonrai Dig tenant and an API token for it.)",
        _ => null,
    };
}
