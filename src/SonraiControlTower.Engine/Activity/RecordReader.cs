using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>Reads a record as JSON, token by token. It is what <see cref="RecordScan"/> is measured by, and takes over where that one gives up.</summary>
internal static class RecordReader
{
    /// <summary>CloudTrail nests a few levels; a request may have brought more.</summary>
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 1 << 16, AllowMultipleValues = true };

    /// <summary>A reader of values one after the other.</summary>
    public static Utf8JsonReader Over(ReadOnlySpan<byte> text, bool isFinal) => new(text, isFinal, new JsonReaderState(_options));

    /// <param name="text">Begins with the record.</param>
    /// <param name="isFinal">Whether no more text follows.</param>
    /// <param name="record">What counts of it; nothing for a value that is no object.</param>
    /// <param name="length">The record's length.</param>
    /// <returns>Read or Incomplete.</returns>
    /// <exception cref="MalformedTextException">It is no JSON.</exception>
    public static RecordEnd Read(ReadOnlySpan<byte> text, bool isFinal, ref CallRecord record, out int length)
    {
        var reader = Over(text, isFinal);
        try
        {
            var isRead = reader.Read()
                && (reader.TokenType == JsonTokenType.StartObject ? Record(text, ref reader, ref record) : reader.TrySkip());
            length = (int)reader.BytesConsumed;
            return isRead ? RecordEnd.Read : RecordEnd.Incomplete;
        }
        catch (JsonException fault)
        {
            throw new MalformedTextException(reader.BytesConsumed, fault);
        }
    }

    /// <summary>The text of a name or value, without escapes.</summary>
    public static ReadOnlySpan<byte> Text(scoped in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        var text = new byte[reader.ValueSpan.Length];
        try
        {
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair stands for no character. The text as it is written serves as well as any other name.
            return reader.ValueSpan;
        }
    }

    private static bool Record(ReadOnlySpan<byte> text, ref Utf8JsonReader reader, ref CallRecord record)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var key = RecordKeys.Find(Text(reader));
            if (key != RecordKey.Other)
            {
                RecordKeys.Clear(ref record, key);
            }

            if (!reader.Read() || !Value(text, ref reader, ref record, key))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Value(ReadOnlySpan<byte> text, ref Utf8JsonReader reader, ref CallRecord record, RecordKey key)
    {
        switch (key, reader.TokenType)
        {
            case (RecordKey.UserIdentity, JsonTokenType.StartObject):
                return Identity(ref reader, ref record);
            case (RecordKey.Resources, JsonTokenType.StartArray):
                return Resources(ref reader, ref record);
            case (RecordKey.RequestParameters, JsonTokenType.StartObject):
                return Raw(text, ref reader, ref record.RequestParameters);
            case (RecordKey.Detail, JsonTokenType.StartObject):
                return Raw(text, ref reader, ref record.Detail);
            case (_, JsonTokenType.String):
                RecordKeys.Set(ref record, key, Text(reader));
                return true;
            case (RecordKey.ErrorCode, not JsonTokenType.Null):
                record.ErrorCode = CallRecord.OddErrorCode;
                return reader.TrySkip();
            default:
                return reader.TrySkip();
        }
    }

    private static bool Raw(ReadOnlySpan<byte> text, ref Utf8JsonReader reader, ref ReadOnlySpan<byte> place)
    {
        var start = (int)reader.TokenStartIndex;
        var isWhole = reader.TrySkip();
        place = text[start..(int)reader.BytesConsumed];
        return isWhole;
    }

    private static bool Identity(ref Utf8JsonReader reader, ref CallRecord record)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var key = Text(reader);
            var isWhole = key.SequenceEqual("type"u8) ? One(ref reader, ref record.IdentityType)
                : key.SequenceEqual("arn"u8) ? One(ref reader, ref record.IdentityArn)
                : key.SequenceEqual("sessionContext"u8) ? Context(ref reader, ref record)
                : reader.Read() && reader.TrySkip();
            if (!isWhole)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Context(ref Utf8JsonReader reader, ref CallRecord record)
    {
        record.IssuerArn = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TrySkip();
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var isWhole = Text(reader).SequenceEqual("sessionIssuer"u8)
                ? Within(ref reader, "arn"u8, ref record.IssuerArn)
                : reader.Read() && reader.TrySkip();
            if (!isWhole)
            {
                return false;
            }
        }

        return false;
    }

    private static bool Resources(ref Utf8JsonReader reader, ref CallRecord record)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return true;
            }

            ReadOnlySpan<byte> arn = default;
            if (!(reader.TokenType == JsonTokenType.StartObject ? Members(ref reader, "ARN"u8, ref arn) : reader.TrySkip()))
            {
                return false;
            }

            record.AddResource(arn);
        }

        return false;
    }

    /// <summary>Takes one text out of an object that comes next.</summary>
    private static bool Within(ref Utf8JsonReader reader, ReadOnlySpan<byte> key, ref ReadOnlySpan<byte> place)
    {
        place = default;
        return reader.Read() && (reader.TokenType == JsonTokenType.StartObject ? Members(ref reader, key, ref place) : reader.TrySkip());
    }

    private static bool Members(ref Utf8JsonReader reader, ReadOnlySpan<byte> key, ref ReadOnlySpan<byte> place)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            if (!(Text(reader).SequenceEqual(key) ? One(ref reader, ref place) : reader.Read() && reader.TrySkip()))
            {
                return false;
            }
        }

        return false;
    }

    private static bool One(ref Utf8JsonReader reader, ref ReadOnlySpan<byte> place)
    {
        place = default;
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            place = Text(reader);
        }

        return reader.TrySkip();
    }
}
