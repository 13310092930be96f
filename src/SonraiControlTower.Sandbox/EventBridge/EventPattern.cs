using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Which events a rule takes
/// (<see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">comparison operators</see>).
/// </summary>
internal sealed class EventPattern
{
    private const string Or = "$or";
    private static readonly string[] _operators = ["prefix", "suffix", "exists", "anything-but", "equals-ignore-case"];
    private readonly JsonObject _pattern;

    private EventPattern(JsonObject pattern) => _pattern = pattern;

    /// <exception cref="AwsFault">InvalidEventPatternException: no pattern, or an operator that the sandbox does not know.</exception>
    public static EventPattern Parse(string json)
    {
        try
        {
            var pattern = JsonNode.Parse(json) as JsonObject ?? throw Invalid("Event pattern is not an object");
            Demand(pattern);
            return new EventPattern(pattern);
        }
        catch (JsonException)
        {
            throw Invalid("Event pattern is not valid JSON");
        }
    }

    public bool Matches(JsonObject happened) => Matches(_pattern, happened);

    private static void Demand(JsonObject pattern)
    {
        foreach (var (name, value) in pattern)
        {
            switch (value)
            {
                case JsonObject nested:
                    Demand(nested);
                    break;
                case JsonArray { Count: > 0 } several when name == Or:
                    several.Cast<JsonObject>().ToList().ForEach(Demand);
                    break;
                case JsonArray { Count: > 0 } values:
                    foreach (var test in values.OfType<JsonObject>())
                    {
                        _ = test.Count == 1 && _operators.Contains(test.First().Key) ? true : throw Invalid($"Unrecognized match type {test.FirstOrDefault().Key}");
                    }

                    break;
                default:
                    throw Invalid($"\"{name}\" must be an object or an array");
            }
        }
    }

    private static bool Matches(JsonObject pattern, JsonNode? happened) => pattern.All(one => (one.Key, one.Value) switch
    {
        (Or, JsonArray several) => several.Any(other => Matches((JsonObject)other!, happened)),
        (_, JsonObject nested) => Matches(nested, (happened as JsonObject)?[one.Key]),
        (_, var values) => IsAmong((JsonArray)values!, happened as JsonObject, one.Key),
    });

    private static bool IsAmong(JsonArray tests, JsonObject? parent, string name)
    {
        var isThere = parent?.ContainsKey(name) == true;
        var found = parent?[name] is JsonArray items ? [.. items] : isThere ? new List<JsonNode?> { parent![name] } : [];
        return tests.Any(test => test is JsonObject operation && operation.First() is { Key: "exists", Value: var wanted }
            ? isThere == (Text(wanted) == "true")
            : found.Any(value => Passes(test, value)));
    }

    private static bool Passes(JsonNode? test, JsonNode? value)
    {
        if (test is not JsonObject operation)
        {
            return Text(test) == Text(value);
        }

        var (name, argument) = operation.First();
        return name switch
        {
            "prefix" => Text(value).StartsWith(Text(argument), StringComparison.Ordinal),
            "suffix" => Text(value).EndsWith(Text(argument), StringComparison.Ordinal),
            "equals-ignore-case" => Text(value).Equals(Text(argument), StringComparison.OrdinalIgnoreCase),
            _ => argument is JsonArray several ? !several.Any(other => Passes(other, value)) : !Passes(argument, value),
        };
    }

    // Templates know no numbers and no switches: what they say is compared as text.
    private static string Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => node.GetValue<JsonElement>().GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => node.ToString(),
    };

    private static AwsFault Invalid(string words) => new("InvalidEventPatternException", $"Event pattern is not valid. Reason: {words}");
}
