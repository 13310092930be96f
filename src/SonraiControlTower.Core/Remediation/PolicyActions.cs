using System.IO.Enumeration;
using System.Text.Json;

namespace SonraiControlTower;

/// <summary>Which actions a policy names. Resources and conditions are not looked at: it is about what was taken away, not about what is allowed.</summary>
internal static class PolicyActions
{
    /// <summary>Whether an Allow statement names an action.</summary>
    public static bool Names(string document, string action)
    {
        using var policy = JsonDocument.Parse(document);
        return policy.RootElement.TryGetProperty("Statement", out var statements)
            && Each(statements).Any(statement => Text(statement, "Effect") == "Allow" && NamesIt(statement, action));
    }

    private static bool NamesIt(JsonElement statement, string action) =>
        statement.TryGetProperty("Action", out var actions) ? Matches(actions, action)
            : statement.TryGetProperty("NotAction", out var others) && !Matches(others, action);

    private static bool Matches(JsonElement patterns, string action) => Each(patterns).Any(pattern =>
        pattern.ValueKind == JsonValueKind.String && FileSystemName.MatchesSimpleExpression(pattern.GetString(), action, ignoreCase: true));

    private static JsonElement[] Each(JsonElement oneOrMany) =>
        oneOrMany.ValueKind == JsonValueKind.Array ? [.. oneOrMany.EnumerateArray()] : [oneOrMany];

    private static string? Text(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
