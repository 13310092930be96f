using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>The keys of a record that count.</summary>
internal enum RecordKey
{
    Other,
    UserIdentity,
    EventTime,
    EventSource,
    EventName,
    EventType,
    EventCategory,
    ErrorCode,
    RecipientAccountId,
    SharedEventId,
    RequestParameters,
    Resources,
    CloudTrailEvent,
    Detail,

    /// <summary>What CloudTrail and its tools call an array of records.</summary>
    Records,

    /// <summary>Of an identity.</summary>
    Type,

    /// <summary>Of an identity or the issuer of its session.</summary>
    Arn,

    /// <summary>Of an identity.</summary>
    SessionContext,

    /// <summary>Of the context of a session.</summary>
    SessionIssuer,

    /// <summary>Of a resource, where it is written in capitals.</summary>
    ResourceArn,
}

/// <summary>Tells keys by their UTF-8.</summary>
internal static class RecordKeys
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RecordKey Find(ReadOnlySpan<byte> key) => key.Length switch
    {
        3 when key.SequenceEqual("arn"u8) => RecordKey.Arn,
        3 when key.SequenceEqual("ARN"u8) => RecordKey.ResourceArn,
        4 when key.SequenceEqual("type"u8) => RecordKey.Type,
        6 when key.SequenceEqual("Events"u8) => RecordKey.Records,
        7 when key.SequenceEqual("Records"u8) => RecordKey.Records,
        6 when key.SequenceEqual("detail"u8) => RecordKey.Detail,
        9 when key.SequenceEqual("eventTime"u8) => RecordKey.EventTime,
        9 when key.SequenceEqual("eventName"u8) => RecordKey.EventName,
        9 when key.SequenceEqual("eventType"u8) => RecordKey.EventType,
        9 when key.SequenceEqual("errorCode"u8) => RecordKey.ErrorCode,
        9 when key.SequenceEqual("resources"u8) => RecordKey.Resources,
        11 when key.SequenceEqual("eventSource"u8) => RecordKey.EventSource,
        12 when key.SequenceEqual("userIdentity"u8) => RecordKey.UserIdentity,
        13 when key.SequenceEqual("sessionIssuer"u8) => RecordKey.SessionIssuer,
        14 when key.SequenceEqual("sessionContext"u8) => RecordKey.SessionContext,
        13 when key.SequenceEqual("eventCategory"u8) => RecordKey.EventCategory,
        13 when key.SequenceEqual("sharedEventID"u8) => RecordKey.SharedEventId,
        15 when key.SequenceEqual("CloudTrailEvent"u8) => RecordKey.CloudTrailEvent,
        17 when key.SequenceEqual("requestParameters"u8) => RecordKey.RequestParameters,
        18 when key.SequenceEqual("recipientAccountId"u8) => RecordKey.RecipientAccountId,
        _ => RecordKey.Other,
    };

    /// <summary>Whether only records have it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsOfRecord(RecordKey key) =>
        key is RecordKey.EventTime or RecordKey.EventSource or RecordKey.EventName or RecordKey.UserIdentity;

    /// <summary>Puts a text into its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Set(ref CallRecord record, RecordKey key, ReadOnlySpan<byte> text)
    {
        switch (key)
        {
            case RecordKey.EventTime:
                record.EventTime = text;
                break;
            case RecordKey.EventSource:
                record.EventSource = text;
                break;
            case RecordKey.EventName:
                record.EventName = text;
                break;
            case RecordKey.EventType:
                record.EventType = text;
                break;
            case RecordKey.EventCategory:
                record.EventCategory = text;
                break;
            case RecordKey.ErrorCode:
                record.ErrorCode = text;
                break;
            case RecordKey.RecipientAccountId:
                record.RecipientAccountId = text;
                break;
            case RecordKey.SharedEventId:
                record.HasSharedEventId = !text.IsEmpty;
                break;
            case RecordKey.CloudTrailEvent:
                record.CloudTrailEvent = text;
                break;
            default:
                break;
        }
    }

    /// <summary>Forgets what an earlier key of the same name said: of two, the last counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Clear(ref CallRecord record, RecordKey key)
    {
        switch (key)
        {
            case RecordKey.UserIdentity:
                record.IdentityType = default;
                record.IdentityArn = default;
                record.IssuerArn = default;
                break;
            case RecordKey.Resources:
                record.ForgetResources();
                break;
            case RecordKey.RequestParameters:
                record.RequestParameters = default;
                break;
            case RecordKey.Detail:
                record.Detail = default;
                break;
            default:
                Set(ref record, key, default);
                break;
        }
    }
}
