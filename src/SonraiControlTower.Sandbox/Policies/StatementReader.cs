using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Reads statements from JSON
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar of the IAM JSON policy language</see>).
/// </summary>
internal static class StatementReader
{
    /// <exception cref="AwsFault">MalformedPolicyDocument.</exception>
    public static IReadOnlyList<Statement> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("Statement", out var statements)
                ? [.. Elements(statements).Select(ReadOne)]
                : throw Malformed("Syntax errors in policy.");
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }
    }

    private static Statement ReadOne(JsonElement statement)
    {
        var effect = Values(statement, "Effect") is [var only] ? only : null;
        var actions = Values(statement, "Action");
        var resources = Values(statement, "Resource");
        var exceptActions = Values(statement, "NotAction");
        var exceptResources = Values(statement, "NotResource");
        if (effect is not ("Allow" or "Deny") || (actions ?? exceptActions) is not { Count: > 0 } || statement.TryGetProperty("NotPrincipal", out _))
        {
            throw Malformed("Syntax errors in policy.");
        }

        return new Statement(
            effect == "Allow",
            statement.TryGetProperty("Principal", out var principal) ? ReadPrincipals(principal) : null,
            actions ?? exceptActions!,
            actions is null,
            resources ?? exceptResources,
            exceptResources is not null,
            statement.TryGetProperty("Condition", out var conditions) ? [.. ReadConditions(conditions)] : []);
    }

    private static Principals ReadPrincipals(JsonElement principal) => principal.ValueKind == JsonValueKind.String
        ? new Principals([principal.GetString()!], [])
        : new Principals(Values(principal, "AWS") ?? [], Values(principal, "Service") ?? []);

    private static IEnumerable<Condition> ReadConditions(JsonElement conditions) =>
        from one in conditions.EnumerateObject()
        from key in one.Value.EnumerateObject()
        select Condition.Of(one.Name, key.Name, [.. Elements(key.Value).Select(value => value.ToString())]);

    private static List<string>? Values(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? [.. Elements(value).Select(one => one.ToString())] : null;

    private static List<JsonElement> Elements(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static AwsFault Malformed(string words) => new("MalformedPolicyDocument", words);
}
