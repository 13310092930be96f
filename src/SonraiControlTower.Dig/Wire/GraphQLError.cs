using System.Text.Json;

namespace SonraiControlTower.Dig;

/// <summary>One of the <c>errors</c> of an answer.</summary>
internal sealed record GraphQLError
{
    public string? Message { get; init; }

    public IReadOnlyList<JsonElement>? Path { get; init; }

    public JsonElement? Extensions { get; init; }

    /// <summary>The root field, or its alias, that the error is about; null where it does not say.</summary>
    public string? RootKey => Path is [{ ValueKind: JsonValueKind.String } first, ..] ? first.GetString() : null;

    /// <summary>The document was refused before anything was executed.</summary>
    public bool RefusesRequest => Classification is "ValidationError" or "InvalidSyntax" or "OperationNotSupported";

    /// <summary>
    /// What public clients saw for a page that was too large. The first shape has a code; the second has none, so its words must do.
    /// </summary>
    public bool MayMeanTooLarge =>
        Classification == "DataFetchingException" || Message?.Contains("Response too large", StringComparison.OrdinalIgnoreCase) == true;

    private string? Classification =>
        Extensions is { ValueKind: JsonValueKind.Object } extensions
        && extensions.TryGetProperty("classification", out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
