using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SonraiControlTower.Shell;

/// <summary>
/// Writes an output object as one line of JSON (<see href="https://jsonlines.org/">JSON Lines</see>): its properties as PowerShell sees them,
/// enums by name, times as ISO 8601. A SecureString is null; what nests deeper than eight levels becomes its text.
/// </summary>
internal static class JsonLine
{
    private const int MaxDepth = 8;

    // Account names may hold any letter; a log reader sees them as they are.
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, PSObject? item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            Write(json, item, 0);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, object? value, int depth)
    {
        var plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        switch (plain)
        {
            case null or SecureString:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                json.WriteRawValue(Number(plain));
                break;
            case DateTime or DateTimeOffset:
                json.WriteStringValue(((IFormattable)plain).ToString("o", CultureInfo.InvariantCulture));
                break;
            case string or char or Enum or Guid or Uri or TimeSpan or Version or Type or ScriptBlock:
                json.WriteStringValue(Convert.ToString(plain, CultureInfo.InvariantCulture));
                break;
            case var deep when depth == MaxDepth:
                json.WriteStringValue(deep.ToString());
                break;
            case IDictionary entries:
                WriteEntries(json, entries, depth);
                break;
            case IEnumerable items:
                WriteItems(json, items, depth);
                break;
            default:
                WriteProperties(json, PSObject.AsPSObject(value), depth);
                break;
        }
    }

    private static string Number(object number) => number switch
    {
        double or float when !double.IsFinite(Convert.ToDouble(number, CultureInfo.InvariantCulture)) => "null",
        _ => Convert.ToString(number, CultureInfo.InvariantCulture)!,
    };

    private static void WriteEntries(Utf8JsonWriter json, IDictionary entries, int depth)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in entries)
        {
            json.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
            Write(json, entry.Value, depth + 1);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items, int depth)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item, depth + 1);
        }

        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, PSObject item, int depth)
    {
        json.WriteStartObject();
        foreach (var property in item.Properties.Where(property => property.IsGettable))
        {
            json.WritePropertyName(property.Name);
            Write(json, ValueOf(property), depth + 1);
        }

        json.WriteEndObject();
    }

    // A getter of someone else's type may throw; its line says so instead of ending the script.
    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException exception)
        {
            return exception.Message;
        }
    }
}
