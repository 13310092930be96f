using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>The body of an answer: data, errors, or both.</summary>
internal sealed record GraphQLAnswer
{
    public JsonElement? Data { get; init; }

    public IReadOnlyList<GraphQLError>? Errors { get; init; }

    public bool HasErrors => Errors is { Count: > 0 };

    /// <summary>
    /// True where the document itself was refused, so that nothing of it was executed
    /// (<see href="https://spec.graphql.org/October2021/#sec-Errors.Request-errors">request errors</see>). Decided on the server's codes.
    /// </summary>
    public bool IsRequestRefused => HasErrors && Data is not { ValueKind: JsonValueKind.Object } && Errors!.All(error => error.RefusesRequest);

    /// <summary>What the errors say, in one line.</summary>
    public string Messages => string.Join("; ", (Errors ?? []).Select(error => error.Message ?? "(no message)").Distinct());

    /// <summary>The value of a root field; null where it is null or missing.</summary>
    public JsonElement? Field(string key) =>
        Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The first error about a root field; null for none.</summary>
    public GraphQLError? ErrorOf(string key) => Errors?.FirstOrDefault(error => error.RootKey == key);
}
