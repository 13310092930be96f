using System.Text;
using System.Xml;
using System.Xml.Linq;
using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Maml;

/// <summary>The XML file that Get-Help reads the commands of a module from.</summary>
internal static class MamlFile
{
    public static string Render(IEnumerable<CommandPage> pages)
    {
        var root = new XElement(
            Names.HelpItems + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Names.Maml),
            new XAttribute(XNamespace.Xmlns + "command", Names.Command),
            new XAttribute(XNamespace.Xmlns + "dev", Names.Dev),
            pages.Select(MamlCommand.Element));

        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings))
        {
            root.Save(writer);
        }

        return text.Append('\n').ToString();
    }
}
