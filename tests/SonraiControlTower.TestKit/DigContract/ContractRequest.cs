using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.SystemTextJson;

namespace SonraiControlTower.TestKit;

/// <summary>The body of a request. Variables come as an object, as text that holds JSON, as null, or not at all: public clients do all four.</summary>
internal sealed partial record ContractRequest(string Query, string? OperationName, string? VariablesText, Inputs? Variables)
{
    private static readonly GraphQLSerializer _serializer = new();

    public string Operation => OperationPattern().Match(Query) is { Success: true } match ? match.Groups[1].Value : "";

    /// <summary>Reads a body; null where it is none.</summary>
    public static ContractRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (!root.TryGetProperty("query", out var query) || query.GetString() is not { } text)
            {
                return null;
            }

            var variables = !root.TryGetProperty("variables", out var given) ? null
                : given.ValueKind == JsonValueKind.Object ? given.GetRawText()
                : given.ValueKind == JsonValueKind.String ? given.GetString()
                : null;
            var operation = root.TryGetProperty("operationName", out var name) ? name.GetString() : null;
            return new ContractRequest(text, operation, variables, variables is null ? null : _serializer.Deserialize<Inputs>(variables));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\s*(?:query|mutation)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex OperationPattern();
}
