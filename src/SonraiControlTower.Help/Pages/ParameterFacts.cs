using System.Globalization;

namespace SonraiControlTower.Help.Pages;

/// <summary>What the yaml block below a parameter says of it.</summary>
internal sealed record ParameterFacts
{
    /// <summary>The word for "in every parameter set".</summary>
    public const string AllSets = "(All)";

    private const string Named = "Named";

    private static readonly string[] _keys =
    [
        "Type", "Parameter Sets", "Aliases", "Accepted values", "Required", "Position", "Default value", "Accept pipeline input",
        "Accept wildcard characters",
    ];

    private static readonly string[] _pipelineWords = ["False", "True (ByValue)", "True (ByPropertyName)", "True (ByPropertyName, ByValue)"];

    /// <summary>The type's name without its namespace, such as <c>String[]</c>.</summary>
    public required string Type { get; init; }

    public required IReadOnlyList<string> Sets { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The values that are allowed; empty where others are too.</summary>
    public required IReadOnlyList<string> AcceptedValues { get; init; }

    public required bool Required { get; init; }

    /// <summary>The position; null for a parameter that must be named.</summary>
    public required int? Position { get; init; }

    public required string Default { get; init; }

    /// <summary><c>False</c>, <c>True (ByValue)</c>, <c>True (ByPropertyName)</c> or <c>True (ByPropertyName, ByValue)</c>.</summary>
    public required string Pipeline { get; init; }

    public required bool Wildcards { get; init; }

    public bool IsSwitch => Type == "SwitchParameter";

    public string PositionText => Position?.ToString(CultureInfo.InvariantCulture) ?? Named;

    public bool HoldIn(string set) => Sets.Contains(AllSets) || Sets.Contains(set);

    public static ParameterFacts Read(KeyedLines yaml)
    {
        yaml.DemandOnly(_keys);
        return new ParameterFacts
        {
            Type = yaml.Text("Type"),
            Sets = yaml.List("Parameter Sets") is { Count: > 0 } sets
                ? sets
                : throw yaml.Malformed("Parameter Sets", "names no set", $"Name the sets, or write {AllSets}."),
            Aliases = yaml.List("Aliases"),
            AcceptedValues = yaml.Has("Accepted values") ? yaml.List("Accepted values") : [],
            Required = yaml.Truth("Required"),
            Position = ReadPosition(yaml),
            Default = yaml.Text("Default value"),
            Pipeline = yaml.OneOf("Accept pipeline input", _pipelineWords),
            Wildcards = yaml.Truth("Accept wildcard characters"),
        };
    }

    private static int? ReadPosition(KeyedLines yaml) => yaml.Text("Position") switch
    {
        Named => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) => position,
        var text => throw yaml.Malformed("Position", $"is '{text}'", $"Write {Named}, or the position counted from 0."),
    };
}
