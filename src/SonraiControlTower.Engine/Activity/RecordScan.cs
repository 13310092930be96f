using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>How reading a record from a piece of text ended.</summary>
internal enum RecordEnd
{
    /// <summary>The record is read.</summary>
    Read,

    /// <summary>It is no record: an array of records begins in it.</summary>
    Container,

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
    /// <param name="end">The place after the record; of a container, within its array.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordEnd Read(ReadOnlySpan<byte> text, int start, ref CallRecord record, out int end)
    {
        var members = new ObjectScan(text, _structure, _record, start);
        var isRecord = false;
        while (members.Next())
        {
            var key = members.Key;
            isRecord |= RecordKeys.IsOfRecord(key);
            if (key is RecordKey.UserIdentity or RecordKey.Resources or RecordKey.Records)
            {
                if (!Structured(text, key, isRecord, ref record, ref members))
                {
                    break;
                }
            }
            else if (!members.Pass() || !Take(key, ref record, ref members))
            {
                break;
            }
        }

        end = members.At;
        return members.End;
    }

    /// <summary>Passes a value in which it is looked for what counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Structured(ReadOnlySpan<byte> text, RecordKey key, bool isRecord, ref CallRecord record, ref ObjectScan members)
    {
        switch (key)
        {
            case RecordKey.UserIdentity:
                return Identity(text, ref record, ref members);
            case RecordKey.Resources:
                record.ForgetResources();
                return members.Mark == '[' ? Resources(text, ref record, ref members) : members.Pass();
            default:
                // An array of records, and nothing of a record before it: to pass it would be to read the text twice.
                return isRecord || members.Mark != '[' ? members.Pass() : members.Past(members.At + 1) && members.Fail(RecordEnd.Container);
        }
    }

    /// <summary>Takes a value that was passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Take(RecordKey key, ref CallRecord record, ref ObjectScan members)
    {
        switch (key)
        {
            case RecordKey.RequestParameters:
                record.RequestParameters = members.Object;
                return true;
            case RecordKey.Detail:
                record.Detail = members.Object;
                return true;
            default:
                if (!members.IsPlain())
                {
                    return false;
                }

                RecordKeys.Set(ref record, key, members.Text);
                if (key == RecordKey.ErrorCode && members.Raw[0] != '"' && !members.Raw.SequenceEqual("null"u8))
                {
                    record.ErrorCode = CallRecord.OddErrorCode;
                }

                return true;
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
            var key = members.Key;
            if (key == RecordKey.SessionContext)
            {
                record.IssuerArn = default;
                if (members.Mark == '{')
                {
                    if (!Context(text, ref record, ref members))
                    {
                        break;
                    }

                    continue;
                }
            }

            if (!members.Pass())
            {
                break;
            }

            if (key is RecordKey.Type or RecordKey.Arn)
            {
                if (!members.IsPlain())
                {
                    break;
                }

                ref var place = ref key == RecordKey.Type ? ref record.IdentityType : ref record.IdentityArn;
                place = members.Text;
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
            var isIssuer = members.Key == RecordKey.SessionIssuer;
            if (isIssuer)
            {
                record.IssuerArn = default;
            }

            if (!(isIssuer && members.Mark == '{' ? Text(text, members.At, _issuer, RecordKey.Arn, ref record.IssuerArn, ref members) : members.Pass()))
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

            record.AddResource(arn);
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

    /// <summary>Takes one text out of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Text(ReadOnlySpan<byte> text, int open, KeyMemory keys, RecordKey key, ref ReadOnlySpan<byte> place, ref ObjectScan outer)
    {
        var members = new ObjectScan(text, _structure, keys, open);
        while (members.Next())
        {
            var isIt = members.Key == key;
            if (!members.Pass() || (isIt && !members.IsPlain()))
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
