using System.Xml.Linq;
using Markdig.Syntax;
using SonraiControlTower.Help.Pages;
using SonraiControlTower.Help.Text;

namespace SonraiControlTower.Help.Maml;

/// <summary>One command's help.</summary>
internal static class MamlCommand
{
    private const string OnlineVersion = "Online Version:";

    public static XElement Element(CommandPage page) => new(
        Names.Command + "command",
        new XElement(
            Names.Command + "details",
            new XElement(Names.Command + "name", page.Name),
            new XElement(Names.Command + "verb", page.Name.Split('-')[0]),
            new XElement(Names.Command + "noun", page.Name.Split('-')[^1]),
            new XElement(Names.Maml + "description", new XElement(Names.Maml + "para", page.Synopsis))),
        new XElement(Names.Maml + "description", Paragraphs(page.Description)),
        MamlParameters.Syntax(page),
        MamlParameters.Parameters(page),
        new XElement(Names.Command + "inputTypes", page.Inputs.Select(type => TypeElement("inputType", type))),
        new XElement(Names.Command + "returnValues", page.Outputs.Select(type => TypeElement("returnValue", type))),
        new XElement(Names.Maml + "alertSet", new XElement(Names.Maml + "alert", Paragraphs(page.Notes))),
        new XElement(Names.Command + "examples", page.Examples.Select(MamlExample.Element)),
        new XElement(Names.Command + "relatedLinks", Online(page), page.RelatedLinks.Select(Link)));

    public static IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks) =>
        TextBlocks.Of(blocks).Select(block => new XElement(Names.Maml + "para", block.ToString()));

    private static XElement TypeElement(string name, TypePage type) => new(
        Names.Command + name,
        new XElement(Names.Dev + "type", new XElement(Names.Maml + "name", type.Type)),
        new XElement(Names.Maml + "description", Paragraphs(type.Description)));

    private static XElement? Online(CommandPage page) => page.OnlineVersion is null ? null : NavigationLink(OnlineVersion, page.OnlineVersion);

    private static XElement Link(RelatedLink link) => NavigationLink(link.Text, link.IsPage ? "" : link.Target);

    private static XElement NavigationLink(string text, string address) => new(
        Names.Maml + "navigationLink", new XElement(Names.Maml + "linkText", text), new XElement(Names.Maml + "uri", address));
}
