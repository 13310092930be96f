using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>How reading a record from a piece of text ended.</summary>
internal enum RecordEnd
{
    /// <summary>The record is read.</summary>
    Read,

    /// <summary>The text ends before the record does.</summary>
    Incomplete,

    /// <summary>It has something that only <see cref="RecordReader"/> can tell: escapes in what counts, or it is no JSON.</summary>
    Unusual,
}

/// <summary>
/// Reads records by their brackets and quotes alone. It understands every order of keys and any white space; values that do not count are passed by
/// without a look. Where it answers <see cref="RecordEnd.Read"/>, <see cref="RecordReader"/> would say the same of the same JSON. Not for several threads.
/// </summary>
internal sealed class RecordScan
{
    private readonly TextStructure _structure = new();
    private readonly KeyMemory _record = new();
    private readonly KeyMemory _identity = new();
    private readonly KeyMemory _context = new();
    private readonly KeyMemory _issuer = new();
    private readonly KeyMemory _resource = new();

    /// <summary>Begins with another text, outside of any string.</summary>
    public void Begin(ReadOnlySpan<byte> text) => _structure.Read(text);

    /// <param name="text">The text that it began with.</param>
    /// <param name="start">Where the record's first bracket is.</param>
    /// <param name="record">What counts of it.</param>
    /// <param name="end">The place after the record.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordEnd Read(ReadOnlySpan<byte> text, int start, ref CallRecord record, out int end)
    {
        var members = new ObjectScan(text, _structure, _record, start);
        var isRecord = false;
        while (members.Next())
        {
            var key = members.Key;
            bool isPassed;
            switch (key)
            {
                case RecordKey.Other:
                    isPassed = members.Pass();
                    break;
                case RecordKey.UserIdentity:
                    isRecord = true;
                    isPassed = Identity(text, ref record, ref members);
                    break;
                case RecordKey.Resources:
                    record.Resources.Clear();
                    isPassed = members.Mark == '[' ? Resources(text, ref record, ref members) : members.Pass();
                    break;
                case RecordKey.RequestParameters:
                    isPassed = members.Pass();
                    record.RequestParameters = isPassed ? members.Object : default;
                    break;
                case RecordKey.Detail:
                    isPassed = members.Pass();
                    record.Detail = isPassed ? members.Object : default;
                    break;
                case RecordKey.Records:
                    // An array of records, and nothing of a record before it: to pass it would be to read the text twice.
                    isPassed = !isRecord && members.Mark == '[' ? members.Fail(RecordEnd.Unusual) : members.Pass();
                    break;
                default:
                    isRecord |= RecordKeys.IsOfRecord(key);
                    isPassed = members.PassPlain();
                    if (isPassed)
                    {
                        RecordKeys.Set(ref record, key, members.Text);
                        if (key == RecordKey.ErrorCode && members.Text.IsEmpty)
                        {
                            OddError(ref record, members.Raw);
                        }
                    }

                    break;
            }

            if (!isPassed)
            {
                break;
            }
        }

        end = members.At;
        return members.End;
    }

    private static void OddError(ref CallRecord record, ReadOnlySpan<byte> raw)
    {
        if (raw[0] != '"' && !raw.SequenceEqual("null"u8))
        {
            record.ErrorCode = CallRecord.OddErrorCode;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Identity(ReadOnlySpan<byte> text, ref CallRecord record, ref ObjectScan outer)
    {
        record.IdentityType = record.IdentityArn = record.IssuerArn = default;
        if (outer.Mark != '{')
        {
            return outer.Pass();
        }

        var members = new ObjectScan(text, _structure, _identity, outer.At);
        while (members.Next())
        {
            bool isPassed;
            switch (members.Key)
            {
                case RecordKey.Type:
                    isPassed = members.PassPlain();
                    record.IdentityType = isPassed ? members.Text : default;
                    break;
                case RecordKey.Arn:
                    isPassed = members.PassPlain();
                    record.IdentityArn = isPassed ? members.Text : default;
                    break;
                case RecordKey.SessionContext:
                    record.IssuerArn = default;
                    isPassed = members.Mark == '{' ? Context(text, ref record, ref members) : members.Pass();
                    break;
                default:
                    isPassed = members.Pass();
                    break;
            }

            if (!isPassed)
            {
                break;
            }
        }

        return outer.Past(members);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Context(ReadOnlySpan<byte> text, ref CallRecord record, ref ObjectScan outer)
    {
        var members = new ObjectScan(text, _structure, _context, outer.At);
        while (members.Next())
        {
            var isPassed = members.Key == RecordKey.SessionIssuer
                ? One(text, _issuer, RecordKey.Arn, ref record.IssuerArn, ref members)
                : members.Pass();
            if (!isPassed)
            {
                break;
            }
        }

        return outer.Past(members);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Resources(ReadOnlySpan<byte> text, ref CallRecord record, ref ObjectScan outer)
    {
        var at = JsonSpace.Skip(text, outer.At + 1);
        if (at < text.Length && text[at] == ']')
        {
            return outer.Past(at + 1);
        }

        while (at < text.Length)
        {
            // Whatever else an array of resources may hold, it is not for this to tell.
            if (text[at] != '{')
            {
                return outer.Fail(RecordEnd.Unusual);
            }

            ReadOnlySpan<byte> arn = default;
            if (!Text(text, at, _resource, RecordKey.ResourceArn, ref arn, ref outer))
            {
                return false;
            }

            record.Resources.Add(arn);
            at = JsonSpace.Skip(text, outer.At);
            if (at < text.Length && text[at] == ']')
            {
                return outer.Past(at + 1);
            }

            if (at < text.Length && text[at] != ',')
            {
                return outer.Fail(RecordEnd.Unusual);
            }

            at = JsonSpace.Skip(text, at + 1);
        }

        return outer.Fail(RecordEnd.Incomplete);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool One(ReadOnlySpan<byte> text, KeyMemory keys, RecordKey key, ref ReadOnlySpan<byte> place, ref ObjectScan outer)
    {
        place = default;
        return outer.Mark == '{' ? Text(text, outer.At, keys, key, ref place, ref outer) : outer.Pass();
    }

    /// <summary>Takes one text out of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Text(ReadOnlySpan<byte> text, int open, KeyMemory keys, RecordKey key, ref ReadOnlySpan<byte> place, ref ObjectScan outer)
    {
        var members = new ObjectScan(text, _structure, keys, open);
        while (members.Next())
        {
            var isIt = members.Key == key;
            if (!(isIt ? members.PassPlain() : members.Pass()))
            {
                break;
            }

            if (isIt)
            {
                place = members.Text;
            }
        }

        return outer.Past(members);
    }
}
