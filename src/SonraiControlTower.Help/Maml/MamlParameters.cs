using System.Xml.Linq;
using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Help.Maml;

/// <summary>A command's parameters: once in each of its syntax lines, and once with all that is said of them.</summary>
internal static class MamlParameters
{
    public static XElement Syntax(CommandPage page) => new(
        Names.Command + "syntax",
        page.Syntax.Select(set => new XElement(
            Names.Command + "syntaxItem",
            new XElement(Names.Maml + "name", page.Name),
            set.Parameters.Select(written =>
            {
                var parameter = page.Parameters.Single(one => one.Name == written.Name);
                return Element(parameter, parameter.FactsIn(set.Name)!, written.Type);
            }))));

    public static XElement Parameters(CommandPage page) => new(
        Names.Command + "parameters",
        page.Parameters.Select(parameter => Element(parameter, parameter.Facts[0], TypeAsWritten(page, parameter.Name))));

    private static XElement Element(ParameterPage parameter, ParameterFacts facts, string? type) => new(
        Names.Command + "parameter",
        new XAttribute("required", facts.Required ? "true" : "false"),
        new XAttribute("variableLength", facts.Type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
        new XAttribute("globbing", facts.Wildcards ? "true" : "false"),
        new XAttribute("pipelineInput", facts.Pipeline),
        new XAttribute("position", facts.PositionText),
        new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
        new XElement(Names.Maml + "name", parameter.Name),
        new XElement(Names.Maml + "description", MamlCommand.Paragraphs(parameter.Description), AcceptedValues(facts)),

        // A switch takes no value; with one here Get-Help would show "-Force <SwitchParameter>".
        type is null ? null : new XElement(Names.Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), type),
        new XElement(Names.Dev + "type", new XElement(Names.Maml + "name", facts.Type), new XElement(Names.Maml + "uri")),
        new XElement(Names.Dev + "defaultValue", facts.Default));

    private static XElement? AcceptedValues(ParameterFacts facts) => facts.AcceptedValues.Count == 0
        ? null
        : new XElement(Names.Maml + "para", $"Accepted values: {string.Join(", ", facts.AcceptedValues)}");

    private static string? TypeAsWritten(CommandPage page, string name) =>
        page.Syntax.SelectMany(set => set.Parameters).First(written => written.Name == name).Type;
}
