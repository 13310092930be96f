using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>How files of JSON are read that people and tools have handled: byte order marks, pages one after the other, a comma too many.</summary>
internal static class JsonFile
{
    /// <summary>The last second of the year 9999.</summary>
    private const double LastSecond = 253_402_300_799;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Utf16Mark => [0xFF, 0xFE];

    public static JsonReaderOptions Options { get; } = new()
    {
        AllowMultipleValues = true,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The text in UTF-8 without a mark. Windows PowerShell's <c>&gt;</c> writes UTF-16, so that is understood, too.</summary>
    public static byte[] Utf8(byte[] bytes) => bytes.AsSpan() switch
    {
        var text when text.StartsWith(Utf8Mark) => bytes[Utf8Mark.Length..],
        var text when text.StartsWith(Utf16Mark) => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, bytes, Utf16Mark.Length, bytes.Length - Utf16Mark.Length),
        _ => bytes,
    };

    /// <summary>Whether the value that the reader stands on is an object or array to go into; null is as good as an empty one.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static bool Begins(this ref Utf8JsonReader json, JsonTokenType token)
    {
        if (json.TokenType == token)
        {
            return true;
        }

        return json.TokenType is JsonTokenType.Null ? false : throw Unexpected(json, token is JsonTokenType.StartArray ? "an array" : "an object");
    }

    /// <summary>Goes to the next member of the object that the reader is in; false at its end. Ask with <see cref="Is"/> which it is, or skip it.</summary>
    public static bool Member(this ref Utf8JsonReader json) => json.Read() && json.TokenType is JsonTokenType.PropertyName;

    /// <summary>Whether the member that the reader stands on has this name; where it has, the reader goes to the value.</summary>
    public static bool Is(this ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    /// <summary>Goes to the next value of the array that the reader is in; false at its end.</summary>
    public static bool Item(this ref Utf8JsonReader json) => json.Read() && json.TokenType is not JsonTokenType.EndArray;

    /// <summary>The string that the reader stands on; null for null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static string? Text(this ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.Null => null,
        _ => throw Unexpected(json, "a text"),
    };

    /// <summary>
    /// The moment that the reader stands on: ISO 8601 as the CLI writes it, with a space as Python does, or seconds since 1970 as the API sends them.
    /// </summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DateTimeOffset? Moment(this ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.Number && json.TryGetDouble(out var seconds) && Math.Abs(seconds) < LastSecond)
        {
            return DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        }

        if (json.TokenType is JsonTokenType.String && json.TryGetDateTimeOffset(out var moment))
        {
            return moment.ToUniversalTime();
        }

        return json.Text() switch
        {
            null or "" => null,
            var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment) => moment,
            var text => throw new FormatException($"'{text}' is no date."),
        };
    }

    private static FormatException Unexpected(in Utf8JsonReader json, string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{wanted} is expected at byte {json.TokenStartIndex}."));
}

/// <summary>Where in a file a value is.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes; none for null, or for no value at all.</param>
internal readonly record struct JsonSlice(int Start, int Length)
{
    public bool IsNothing => Length == 0;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text) => text.Slice(Start, Length);

    /// <summary>Passes over the value that the reader stands on.</summary>
    public static JsonSlice Take(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        if (json.TokenType is JsonTokenType.Null)
        {
            return default;
        }

        json.Skip();
        return new JsonSlice(start, (int)json.BytesConsumed - start);
    }
}
