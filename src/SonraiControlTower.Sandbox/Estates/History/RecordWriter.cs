using System.Buffers;
using System.Text.Json;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Writes records in the order of CloudTrail
/// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">record contents</see>).
/// </summary>
internal sealed class RecordWriter
{
    private static readonly JsonWriterOptions _options = new() { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _text = new(64 * 1024);

    /// <summary>All records so far, one after the other.</summary>
    public ReadOnlyMemory<byte> Text => _text.WrittenMemory;

    /// <summary>Writes one record, and says where it lies in <see cref="Text"/>.</summary>
    public Range Write(Record record)
    {
        var start = _text.WrittenCount;
        using var json = new Utf8JsonWriter(_text, _options);
        json.WriteStartObject();
        json.WriteString("eventVersion"u8, "1.11");
        Raw(json, "userIdentity"u8, record.Actor.Json);
        json.WriteString("eventTime"u8, Json.Time(record.At));
        json.WriteString("eventSource"u8, $"{record.Service}.amazonaws.com");
        json.WriteString("eventName"u8, record.Event);
        json.WriteString("awsRegion"u8, record.Region);
        json.WriteString("sourceIPAddress"u8, record.Actor.Address);
        json.WriteString("userAgent"u8, record.Actor.Agent);
        Optional(json, "errorCode"u8, record.ErrorCode);
        Optional(json, "errorMessage"u8, record.ErrorMessage);
        Raw(json, "requestParameters"u8, record.Request);
        Raw(json, "responseElements"u8, record.Response);
        if (record.Additional is not null)
        {
            Raw(json, "additionalEventData"u8, record.Additional);
        }

        json.WriteString("requestID"u8, record.RequestId);
        json.WriteString("eventID"u8, record.EventId);
        json.WriteBoolean("readOnly"u8, record.IsReadOnly);
        Resources(json, record);
        json.WriteString("eventType"u8, record.Type);
        json.WriteBoolean("managementEvent"u8, !record.IsData);
        json.WriteString("recipientAccountId"u8, record.Recipient);
        Optional(json, "sharedEventID"u8, record.SharedEventId);
        json.WriteString("eventCategory"u8, record.IsData ? "Data" : "Management");
        Tls(json, record);
        json.WriteEndObject();
        json.Flush();
        return start.._text.WrittenCount;
    }

    private static void Resources(Utf8JsonWriter json, Record record)
    {
        if (record.Resources.Count == 0)
        {
            return;
        }

        json.WriteStartArray("resources"u8);
        foreach (var resource in record.Resources)
        {
            var (type, arn) = (resource[..resource.IndexOf(' ', StringComparison.Ordinal)], resource[(resource.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            json.WriteStartObject();
            if (type != "AWS::S3::Object")
            {
                json.WriteString("accountId"u8, record.Recipient);
            }

            json.WriteString("type"u8, type);
            json.WriteString("ARN"u8, arn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Tls(Utf8JsonWriter json, Record record)
    {
        if (!record.Actor.IsService && record.Host is not null)
        {
            json.WriteStartObject("tlsDetails"u8);
            json.WriteString("tlsVersion"u8, "TLSv1.3");
            json.WriteString("cipherSuite"u8, "TLS_AES_128_GCM_SHA256");
            json.WriteString("clientProvidedHostHeader"u8, record.Host);
            json.WriteEndObject();
        }

        if (record.Actor.IsAtConsole && record.Type == Record.ApiCall)
        {
            json.WriteString("sessionCredentialFromConsole"u8, "true");
        }
    }

    private static void Optional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Raw(Utf8JsonWriter json, ReadOnlySpan<byte> name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}

/// <summary>What a record tells.</summary>
internal sealed record Record(DateTimeOffset At, Actor Actor, string Service, string Event, string Region, string Recipient)
{
    public const string ApiCall = "AwsApiCall";

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string Request { get; init; } = "null";

    public string Response { get; init; } = "null";

    public string? Additional { get; init; }

    public required string RequestId { get; init; }

    public required string EventId { get; init; }

    public bool IsReadOnly { get; init; } = true;

    public bool IsData { get; init; }

    /// <summary>Each a type and an ARN, with a space between.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public string Type { get; init; } = ApiCall;

    /// <summary>The same in the records of both accounts that a call concerns.</summary>
    public string? SharedEventId { get; init; }

    /// <summary>Where the client found the service; null for none.</summary>
    public string? Host { get; init; }
}
