using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// A parameter of a template
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">Parameters</see>).
/// </summary>
internal sealed record ParameterDeclaration(string Name, string Type, string? Default, bool NoEcho)
{
    private static readonly TimeSpan _longestMatch = TimeSpan.FromSeconds(1);

    private IReadOnlyList<string> AllowedValues { get; init; } = [];

    private string? AllowedPattern { get; init; }

    private string? Explanation { get; init; }

    private int MinLength { get; init; }

    private int MaxLength { get; init; } = 4_096;

    private int MinValue { get; init; } = int.MinValue;

    private int MaxValue { get; init; } = int.MaxValue;

    /// <summary>True for a list, which comes as text with commas.</summary>
    public bool IsList => Type == "CommaDelimitedList" || Type.StartsWith("List<", StringComparison.Ordinal);

    public static ParameterDeclaration Of(string name, JsonObject declared) => new(
        name, declared[nameof(Type)]?.ToString() ?? "String", declared[nameof(Default)]?.ToString(), declared[nameof(NoEcho)]?.ToString() is "true" or "True")
    {
        AllowedValues = [.. (declared[nameof(AllowedValues)] as JsonArray ?? []).Select(value => value?.ToString() ?? string.Empty)],
        AllowedPattern = declared[nameof(AllowedPattern)]?.ToString(),
        Explanation = declared["ConstraintDescription"]?.ToString(),
        MinLength = Number(declared[nameof(MinLength)]) ?? 0,
        MaxLength = Number(declared[nameof(MaxLength)]) ?? 4_096,
        MinValue = Number(declared[nameof(MinValue)]) ?? int.MinValue,
        MaxValue = Number(declared[nameof(MaxValue)]) ?? int.MaxValue,
    };

    /// <exception cref="AwsFault">ValidationError, in AWS's words.</exception>
    public void Demand(string value)
    {
        if (AllowedValues.Count > 0 && !AllowedValues.Contains(value))
        {
            throw AwsFault.Validation($"Parameter '{Name}' must be one of AllowedValues");
        }

        if (AllowedPattern is not null && !Regex.IsMatch(value, $@"\A(?:{AllowedPattern})\z", RegexOptions.None, _longestMatch))
        {
            throw AwsFault.Validation(
                $"Parameter {Name} failed to satisfy constraint: {Explanation ?? $"Parameter '{Name}' must match pattern {AllowedPattern}"}");
        }

        if (Type == "Number" && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            throw AwsFault.Validation($"Parameter '{Name}' must be a number.");
        }

        if (Type == "Number" && double.Parse(value, CultureInfo.InvariantCulture) is var number && (number < MinValue || number > MaxValue))
        {
            var (what, limit) = number < MinValue ? ("not less", MinValue) : ("not greater", MaxValue);
            throw AwsFault.Validation($"Parameter '{Name}' must be a number {what} than {limit}");
        }

        if (value.Length < MinLength || value.Length > MaxLength)
        {
            throw AwsFault.Validation($"Parameter {Name} failed to satisfy constraint: {Explanation ?? "its length is out of range"}");
        }
    }

    private static int? Number(JsonNode? node) => node is null ? null : int.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
