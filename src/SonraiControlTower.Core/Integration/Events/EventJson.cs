using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower;

/// <summary>Reads JSON that may be of another shape than expected: what is not there is null.</summary>
internal static class EventJson
{
    // Control Tower writes +0000 where CloudTrail writes Z.
    private static readonly string[] _instants =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <exception cref="SonraiException"><c>LifecycleEventUnreadable</c>; the message does not repeat the text.</exception>
    public static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new SonraiException(LifecycleProblems.Unreadable($"it is not JSON (line {exception.LineNumber + 1})"));
        }
    }

    /// <summary>What a path of names leads to.</summary>
    public static JsonElement? At(this JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = element is { ValueKind: JsonValueKind.Object } at && at.TryGetProperty(name, out var inner) ? inner : null;
        }

        return element is { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : element;
    }

    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path) => ((JsonElement?)element).At(path);

    /// <summary>The text that a path of names leads to; null for an empty one, and for what is no text.</summary>
    public static string? Text(this JsonElement? element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } found ? found : null;

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) => ((JsonElement?)element).Text(path);

    /// <summary>The instant that a path of names leads to; null for what is none.</summary>
    public static DateTimeOffset? Instant(this JsonElement? element, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParseExact(
            element.Text(path), _instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    public static DateTimeOffset? Instant(this JsonElement element, params ReadOnlySpan<string> path) => ((JsonElement?)element).Instant(path);

    /// <summary>The account that a path of names leads to; null for what is none.</summary>
    public static AccountId? Account(this JsonElement? element, params ReadOnlySpan<string> path) =>
        AccountId.TryParse(element.Text(path), out var id) ? id : null;

    /// <summary>The members of an object; nothing for what is none.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } there ? there.EnumerateObject() : [];

    /// <summary>The items of an array; nothing for what is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } there ? there.EnumerateArray() : [];
}
