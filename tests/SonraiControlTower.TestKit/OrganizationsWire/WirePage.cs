using System.Globalization;
using System.Text.Json;

namespace SonraiControlTower.TestKit.OrganizationsWire;

/// <summary>Writes one page of an answer, 20 items at most as AWS does; the token is the number of the next item.</summary>
internal static class WirePage
{
    private const int Size = 20;

    /// <summary>Which page, from 1, a token asks for.</summary>
    public static int NumberOf(string? token) => (Start(token) / Size) + 1;

    /// <summary>Writes the items from where the token says; <paramref name="write"/> gets the number of each.</summary>
    public static void Write(Utf8JsonWriter json, string name, string? token, int count, Action<int> write)
    {
        var start = Start(token);
        var end = Math.Min(start + Size, count);
        json.WriteStartObject();
        json.WriteStartArray(name);
        for (var item = start; item < end; item++)
        {
            write(item);
        }

        json.WriteEndArray();
        if (end < count)
        {
            json.WriteString("NextToken", end.ToString(CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    private static int Start(string? token) => token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
}
