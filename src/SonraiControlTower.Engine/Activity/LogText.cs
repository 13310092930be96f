using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>
/// Finds the records in the text of one file, piece by piece: in <c>{"Records":[…]}</c> as CloudTrail delivers it, in <c>{"Events":[…]}</c> of
/// <c>aws cloudtrail lookup-events</c>, in an array, or one after the other; and several of these after each other, as joined files have them.
/// </summary>
/// <param name="journal">Takes the records.</param>
/// <param name="scan">Reads most records; null to read every record token by token, as the tests compare both ways.</param>
internal sealed class LogText(CallJournal journal, RecordScan? scan)
{
    private enum Place
    {
        Between,
        Array,
        Container,
    }

    private Place _place;
    private bool _isInContainer;
    private bool _isAfterValue;
    private long _offset;

    /// <summary>Where the text is no JSON any more, and why; null where it is.</summary>
    public (long Offset, string Why)? Fault { get; private set; }

    /// <summary>Whether an array was seen that may hold records.</summary>
    public bool HasArray { get; private set; }

    /// <summary>Whether there was anything but white space.</summary>
    public bool HasText { get; private set; }

    /// <summary>Whether the first character is one that JSON of records begins with.</summary>
    public bool BeginsAsJson { get; private set; }

    /// <summary>The first name in the first object that neither has anything of a record nor an array of them; null for none.</summary>
    public string? ForeignKey { get; private set; }

    /// <summary>How many objects there were that lack what every record has, and where the first one begins.</summary>
    public (long Count, long FirstOffset) Incomplete { get; private set; }

    /// <summary>Reads as many whole records as there are.</summary>
    /// <param name="window">The text from where the call before stopped.</param>
    /// <param name="isFinal">Whether no more text follows.</param>
    /// <returns>How many bytes are done with; nothing of them is looked at again.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ReadOnlySpan<byte> window, bool isFinal)
    {
        var at = 0;
        try
        {
            scan?.Begin(window);
            while (Step(window, isFinal, ref at))
            {
            }

            if (isFinal && Fault is null && (at < window.Length || _place != Place.Between))
            {
                Fault = (_offset + window.Length, "it breaks off.");
            }
        }
        catch (MalformedTextException fault)
        {
            Fault = (_offset + at + fault.Offset, "it is no JSON.");
        }

        _offset += at;
        return at;
    }

    /// <summary>Says that no more of it is read.</summary>
    public void Refuse(string why) => Fault ??= (_offset, why);

    /// <summary>One step; false where the window has no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Step(ReadOnlySpan<byte> window, bool isFinal, ref int at)
    {
        at = JsonSpace.Skip(window, at);
        if (at == window.Length)
        {
            return false;
        }

        return _place switch
        {
            Place.Array => StepInArray(window, isFinal, ref at),
            Place.Container => StepInContainer(window, isFinal, ref at),
            _ => StepBetween(window, isFinal, ref at),
        };
    }

    private bool StepBetween(ReadOnlySpan<byte> window, bool isFinal, ref int at)
    {
        var text = window[at..];
        var mark = "\uFEFF"u8;
        if (text[0] == mark[0])
        {
            if (!text.StartsWith(mark))
            {
                return !isFinal && mark.StartsWith(text) ? false : throw new MalformedTextException(0, null);
            }

            at += mark.Length;
            return true;
        }

        BeginsAsJson |= !HasText && text[0] is (byte)'{' or (byte)'[';
        HasText = true;
        if (text[0] == '[')
        {
            at++;
            EnterArray(inContainer: false);
            return true;
        }

        if (text[0] != '{')
        {
            throw new MalformedTextException(0, null);
        }

        // One record after the other is read as fast as an array of them; a container seldom looks like one.
        var record = journal.Begin();
        var end = 0;
        var scanned = scan?.Read(window, at, ref record, out end) ?? RecordEnd.Unusual;
        if (scanned == RecordEnd.Read && IsAnyRecord(record) && IsFollowedBy(window, end, isFinal, "{["u8, out _))
        {
            Take(ref record, _offset + at);
            at = end;
            return true;
        }

        if (scanned == RecordEnd.Container)
        {
            at = end;
            EnterArray(inContainer: true);
            return true;
        }

        return StepIntoObject(window, isFinal, ref at);
    }

    /// <summary>An object that is a container if it has an array of records, else a record.</summary>
    private bool StepIntoObject(ReadOnlySpan<byte> window, bool isFinal, ref int at)
    {
        var reader = RecordReader.Over(window[at..], isFinal: false);
        string? firstKey = null;
        var isRecord = false;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = RecordReader.Text(reader);
                firstKey ??= Encoding.UTF8.GetString(key);
                var name = RecordKeys.Find(key);
                isRecord |= RecordKeys.IsOfRecord(name);
                if (!reader.Read())
                {
                    return false;
                }

                if (!isRecord && name == RecordKey.Records && reader.TokenType == JsonTokenType.StartArray)
                {
                    at += (int)reader.BytesConsumed;
                    EnterArray(inContainer: true);
                    return true;
                }

                if (!reader.TrySkip())
                {
                    return false;
                }
            }
        }
        catch (JsonException fault)
        {
            throw new MalformedTextException(reader.BytesConsumed, fault);
        }

        // At the object's own end; the text may as well have ended after a member of it.
        if (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > 0)
        {
            return false;
        }

        var record = journal.Begin();
        RecordReader.Read(window[at..], isFinal: false, ref record, out var length);
        if (IsAnyRecord(record))
        {
            Take(ref record, _offset + at);
        }
        else
        {
            ForeignKey ??= isRecord ? null : firstKey ?? "";
            Lack(_offset + at);
        }

        at += length;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool StepInArray(ReadOnlySpan<byte> window, bool isFinal, ref int at)
    {
        if (window[at] == ']')
        {
            at++;
            (_place, _isAfterValue) = (_isInContainer ? Place.Container : Place.Between, true);
            return true;
        }

        var start = at;
        if (_isAfterValue)
        {
            start = window[at] == ',' ? JsonSpace.Skip(window, at + 1) : throw new MalformedTextException(0, null);
            if (start == window.Length)
            {
                return false;
            }
        }

        var record = journal.Begin();
        if (scan is not null && window[start] == '{')
        {
            var scanned = scan.Read(window, start, ref record, out var end);
            if (scanned == RecordEnd.Incomplete && at > 0 && !isFinal)
            {
                // It will be looked at again with more of the text. If it does not end then either, the strict reader says whether it ever can.
                return false;
            }

            var isUnknown = false;
            if (scanned == RecordEnd.Read && IsFollowedBy(window, end, isFinal, ",]"u8, out isUnknown))
            {
                Take(ref record, _offset + start);
                (at, _isAfterValue) = (end, true);
                return true;
            }

            if (isUnknown)
            {
                return false;
            }
        }

        // Begin again: what the scan may have taken from something that is no JSON does not count.
        record = journal.Begin();
        int length;
        try
        {
            if (RecordReader.Read(window[start..], isFinal: false, ref record, out length) != RecordEnd.Read)
            {
                return false;
            }
        }
        catch (MalformedTextException fault)
        {
            at = start;
            throw new MalformedTextException(fault.Offset, fault);
        }

        Take(ref record, _offset + start);
        (at, _isAfterValue) = (start + length, true);
        return true;
    }

    /// <summary>After an array of records: the container's other members, and its end.</summary>
    private bool StepInContainer(ReadOnlySpan<byte> window, bool isFinal, ref int at)
    {
        if (window[at] == '}')
        {
            at++;
            _place = Place.Between;
            return true;
        }

        var text = window[at..];
        if (text[0] != ',')
        {
            throw new MalformedTextException(0, null);
        }

        // As if the object began here.
        var key = RecordReader.Over(text[1..], isFinal: false);
        try
        {
            if (!key.Read())
            {
                return false;
            }

            var colon = JsonSpace.Skip(text, 1 + (int)key.BytesConsumed);
            if (key.TokenType != JsonTokenType.String || (colon < text.Length && text[colon] != ':'))
            {
                throw new MalformedTextException(1, null);
            }

            if (colon >= text.Length)
            {
                return false;
            }

            var value = RecordReader.Over(text[(colon + 1)..], isFinal: false);
            if (!value.Read())
            {
                return false;
            }

            if (value.TokenType == JsonTokenType.StartArray && RecordKeys.Find(RecordReader.Text(key)) == RecordKey.Records)
            {
                EnterArray(inContainer: true);
            }
            else if (!value.TrySkip())
            {
                return false;
            }

            at += colon + 1 + (int)value.BytesConsumed;
            return true;
        }
        catch (JsonException fault)
        {
            throw new MalformedTextException(1, fault);
        }
    }

    private void EnterArray(bool inContainer)
    {
        (_place, _isInContainer, _isAfterValue) = (Place.Array, inContainer, false);
        HasArray = true;
    }

    private static bool IsAnyRecord(in CallRecord record) => record.IsRecord || !record.CloudTrailEvent.IsEmpty || !record.Detail.IsEmpty;

    /// <summary>
    /// Whether what follows a record may follow one. A bracket that was lost within a record shows here: the scan believes it to have ended too early.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsFollowedBy(ReadOnlySpan<byte> window, int end, bool isFinal, ReadOnlySpan<byte> marks, out bool isUnknown)
    {
        isUnknown = false;
        var next = JsonSpace.Skip(window, end);
        if (next < window.Length && window[next] == ',' && marks[0] == ',')
        {
            next = JsonSpace.Skip(window, next + 1);
            marks = "{"u8;
        }

        if (next < window.Length)
        {
            return window[next] == marks[0] || window[next] == marks[^1];
        }

        isUnknown = !isFinal;
        return isFinal;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(ref CallRecord record, long offset)
    {
        if (!record.IsRecord && !Unwrap(ref record))
        {
            Lack(offset);
            return;
        }

        journal.Take(ref record);
    }

    private void Lack(long offset) => Incomplete = (Incomplete.Count + 1, Incomplete.Count == 0 ? offset : Incomplete.FirstOffset);

    /// <summary>Takes the record out of what a tool or a service has wrapped it in; false for none.</summary>
    private bool Unwrap(ref CallRecord record)
    {
        var text = record.CloudTrailEvent.IsEmpty ? record.Detail : record.CloudTrailEvent;
        if (text.IsEmpty)
        {
            return false;
        }

        record = journal.Begin();
        try
        {
            return RecordReader.Read(text, isFinal: true, ref record, out _) == RecordEnd.Read && record.IsRecord;
        }
        catch (MalformedTextException)
        {
            // Text that is no record: it is counted as one that lacks everything.
            return false;
        }
    }
}
