using System.Globalization;
using System.Management.Automation.Internal;
using SonraiControlTower.Help.Pages;

namespace SonraiControlTower.Module.Tests.Conventions;

/// <summary>What PowerShell says of a command's parameters, in the words of a page's yaml blocks.</summary>
internal static class ParameterMetadataFacts
{
    /// <summary>The facts of each parameter, common ones aside; more than one where parameter sets differ.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(CmdletInfo command)
    {
        var cmdlet = Activator.CreateInstance(command.ImplementingType)!;
        return command.Parameters.Values
            .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
            .ToDictionary(parameter => parameter.Name, parameter => FactsOf(parameter, DefaultOf(parameter, cmdlet)));
    }

    public static string Text(ParameterFacts facts) => string.Join(
        " | ",
        facts.Type,
        $"sets {string.Join(", ", facts.Sets.Order())}",
        $"aliases {string.Join(", ", facts.Aliases.Order())}",
        $"accepts {string.Join(", ", facts.AcceptedValues)}",
        $"required {facts.Required}",
        $"position {facts.PositionText}",
        $"default {facts.Default}",
        $"pipeline {facts.Pipeline}",
        $"wildcards {facts.Wildcards}");

    private static IReadOnlyList<string> FactsOf(ParameterMetadata parameter, string defaultValue) =>
    [
        .. parameter.ParameterSets
            .GroupBy(set => (set.Value.IsMandatory, set.Value.Position, Pipeline: PipelineOf(set.Value)))
            .Select(group => Text(new ParameterFacts
            {
                Type = (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).Name,
                Sets = [.. group.Select(set => set.Key == ParameterAttribute.AllParameterSets ? ParameterFacts.AllSets : set.Key)],
                Aliases = parameter.Aliases,
                AcceptedValues = parameter.Attributes.OfType<ValidateSetAttribute>().SingleOrDefault()?.ValidValues.AsReadOnly() ?? [],
                Required = group.Key.IsMandatory,
                Position = group.Key.Position == int.MinValue ? null : group.Key.Position,
                Default = defaultValue,
                Pipeline = group.Key.Pipeline,
                Wildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            })),
    ];

    private static string PipelineOf(ParameterSetMetadata set) => (set.ValueFromPipelineByPropertyName, set.ValueFromPipeline) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByPropertyName)",
        (false, true) => "True (ByValue)",
        _ => "False",
    };

    /// <summary>What a new cmdlet has in the property; the parameters of ShouldProcess are PowerShell's own, and what must be given has none.</summary>
    private static string DefaultOf(ParameterMetadata parameter, object cmdlet) =>
        parameter is { SwitchParameter: false } && parameter.ParameterSets.Values.All(set => set.IsMandatory) ? "None"
        : typeof(ShouldProcessParameters).GetProperty(parameter.Name) is not null ? bool.FalseString
        : cmdlet.GetType().GetProperty(parameter.Name)!.GetValue(cmdlet) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture)!
        : "None";
}
