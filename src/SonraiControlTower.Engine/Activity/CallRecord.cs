namespace SonraiControlTower.Engine;

/// <summary>
/// What of a record counts, as UTF-8 without escapes; empty where the record has it not, or not as text. It points into the text it was read from.
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail record contents</see>.
/// </summary>
/// <param name="resources">Where the ARNs of <c>resources</c> are put, after those that are in it.</param>
internal ref struct CallRecord(ArnList resources)
{
    private readonly int _first = resources.Count;

    public ReadOnlySpan<byte> EventTime;
    public ReadOnlySpan<byte> EventSource;
    public ReadOnlySpan<byte> EventName;
    public ReadOnlySpan<byte> EventType;
    public ReadOnlySpan<byte> EventCategory;

    /// <summary>A question mark where the record has an error code that is no text.</summary>
    public ReadOnlySpan<byte> ErrorCode;

    public ReadOnlySpan<byte> RecipientAccountId;
    public ReadOnlySpan<byte> IdentityType;
    public ReadOnlySpan<byte> IdentityArn;
    public ReadOnlySpan<byte> IssuerArn;

    /// <summary>The object as it is written, with its escapes.</summary>
    public ReadOnlySpan<byte> RequestParameters;

    /// <summary>A record as text, as <c>aws cloudtrail lookup-events</c> has it.</summary>
    public ReadOnlySpan<byte> CloudTrailEvent;

    /// <summary>The object as it is written, in which EventBridge has the record.</summary>
    public ReadOnlySpan<byte> Detail;

    public bool HasSharedEventId;

    /// <summary>How many ARNs of <c>resources</c> there are.</summary>
    public readonly int Resources => resources.Count - _first;

    /// <summary>Whether it has what every record of CloudTrail has.</summary>
    public readonly bool IsRecord => !EventTime.IsEmpty && !EventSource.IsEmpty && !EventName.IsEmpty;

    /// <summary>Adds a resource if it is an ARN.</summary>
    public readonly void AddResource(ReadOnlySpan<byte> arn) => resources.Add(arn);

    public readonly void ForgetResources() => resources.Truncate(_first);

    public static ReadOnlySpan<byte> OddErrorCode => "?"u8;
}
