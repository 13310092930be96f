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
/// Reads a record by its brackets and quotes alone. It understands every order of keys and any white space; values that do not count are passed by
/// without a look. Where it answers <see cref="RecordEnd.Read"/>, <see cref="RecordReader"/> would say the same of the same JSON.
/// </summary>
internal static class RecordScan
{
    /// <param name="text">The text.</param>
    /// <param name="cursor">Stands before the record's first bracket, and after the record's last one at the end.</param>
    /// <param name="record">What counts of it.</param>
    /// <param name="end">The place after the record.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RecordEnd Read(ReadOnlySpan<byte> text, ref StructureCursor cursor, ref CallRecord record, out int end)
    {
        end = 0;
        cursor.ForgetBackslashes();
        var at = cursor.Next();
        if (at < 0)
        {
            return RecordEnd.Incomplete;
        }

        if (text[at] != '{')
        {
            return RecordEnd.Unusual;
        }

        var members = new MemberScan(text, at);
        var isRecord = false;
        while (true)
        {
            var step = members.Next(ref cursor);
            if (step == MemberStep.End)
            {
                end = members.At;
                return RecordEnd.Read;
            }

            if (step != MemberStep.Member)
            {
                return step == MemberStep.Incomplete ? RecordEnd.Incomplete : RecordEnd.Unusual;
            }

            var key = RecordKeys.Find(members.Key);
            if (key != RecordKey.Other)
            {
                RecordKeys.Clear(ref record, key);
                isRecord |= RecordKeys.IsOfRecord(key);
                if (!isRecord && key == RecordKey.Records && text[members.At] == '[')
                {
                    // An array of records, and nothing of a record before it: to pass it would be to read the text twice.
                    return RecordEnd.Unusual;
                }
            }

            step = (key, text[members.At]) switch
            {
                (RecordKey.UserIdentity, (byte)'{') => Identity(text, ref cursor, ref record, ref members),
                (RecordKey.Resources, (byte)'[') => Resources(text, ref cursor, ref record, ref members),
                _ => members.Value(ref cursor, key is not RecordKey.Other and not RecordKey.RequestParameters and not RecordKey.Detail and not RecordKey.Records),
            };
            if (step != MemberStep.Member)
            {
                return step == MemberStep.Incomplete ? RecordEnd.Incomplete : RecordEnd.Unusual;
            }

            Take(ref record, key, members);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Take(ref CallRecord record, RecordKey key, in MemberScan members)
    {
        if (key is RecordKey.RequestParameters or RecordKey.Detail)
        {
            if (members.IsObject)
            {
                ref var place = ref key == RecordKey.Detail ? ref record.Detail : ref record.RequestParameters;
                place = members.Raw;
            }
        }
        else if (members.IsText)
        {
            RecordKeys.Set(ref record, key, members.Text);
        }
        else if (key == RecordKey.ErrorCode && !members.Raw.SequenceEqual("null"u8))
        {
            record.ErrorCode = CallRecord.OddErrorCode;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static MemberStep Identity(ReadOnlySpan<byte> text, ref StructureCursor cursor, ref CallRecord record, ref MemberScan outer)
    {
        var members = new MemberScan(text, cursor.Next());
        while (true)
        {
            var step = members.Next(ref cursor);
            if (step != MemberStep.Member)
            {
                return outer.Past(members, step);
            }

            var isContext = members.Key.SequenceEqual("sessionContext"u8);
            var isType = members.Key.SequenceEqual("type"u8);
            var isArn = members.Key.SequenceEqual("arn"u8);
            if (isContext)
            {
                record.IssuerArn = default;
            }

            step = isContext && text[members.At] == '{'
                ? Context(text, ref cursor, ref record, ref members)
                : members.Value(ref cursor, isType || isArn);
            if (step != MemberStep.Member)
            {
                return step;
            }

            if (isType)
            {
                record.IdentityType = members.Text;
            }
            else if (isArn)
            {
                record.IdentityArn = members.Text;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static MemberStep Context(ReadOnlySpan<byte> text, ref StructureCursor cursor, ref CallRecord record, ref MemberScan outer)
    {
        var members = new MemberScan(text, cursor.Next());
        while (true)
        {
            var step = members.Next(ref cursor);
            if (step != MemberStep.Member)
            {
                return outer.Past(members, step);
            }

            var isIssuer = members.Key.SequenceEqual("sessionIssuer"u8);
            if (isIssuer)
            {
                record.IssuerArn = default;
            }

            step = isIssuer && text[members.At] == '{'
                ? Arn(text, ref cursor, "arn"u8, ref record.IssuerArn, ref members)
                : members.Value(ref cursor, false);
            if (step != MemberStep.Member)
            {
                return step;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static MemberStep Resources(ReadOnlySpan<byte> text, ref StructureCursor cursor, ref CallRecord record, ref MemberScan outer)
    {
        var at = JsonSpace.Skip(text, cursor.Next() + 1);
        var isFirst = true;
        while (at < text.Length)
        {
            if (text[at] == ']' && isFirst)
            {
                return outer.Past(at, cursor.Next());
            }

            // Whatever else an array of resources may hold, it is not for this to tell.
            if (text[at] != '{')
            {
                return MemberStep.Unusual;
            }

            isFirst = false;
            ReadOnlySpan<byte> arn = default;
            var element = new MemberScan(text, at);
            var step = Arn(text, ref cursor, "ARN"u8, ref arn, ref element);
            if (step != MemberStep.Member)
            {
                return step;
            }

            record.Resources.Add(arn);
            at = JsonSpace.Skip(text, element.At);
            if (at < text.Length && text[at] == ']')
            {
                return outer.Past(at, cursor.Next());
            }

            if (at < text.Length && text[at] != ',')
            {
                return MemberStep.Unusual;
            }

            at = JsonSpace.Skip(text, at + 1);
        }

        return MemberStep.Incomplete;
    }

    /// <summary>Takes one text out of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static MemberStep Arn(
        ReadOnlySpan<byte> text, ref StructureCursor cursor, ReadOnlySpan<byte> key, ref ReadOnlySpan<byte> arn, ref MemberScan outer)
    {
        var members = new MemberScan(text, cursor.Next());
        while (true)
        {
            var step = members.Next(ref cursor);
            if (step != MemberStep.Member)
            {
                return outer.Past(members, step);
            }

            var isIt = members.Key.SequenceEqual(key);
            step = members.Value(ref cursor, isIt);
            if (step != MemberStep.Member)
            {
                return step;
            }

            if (isIt)
            {
                arn = members.Text;
            }
        }
    }
}
