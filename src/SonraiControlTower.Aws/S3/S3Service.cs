using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.S3;

/// <summary>
/// Amazon S3, as our messages call it; its client is the SDK's own. An operation goes by the name of the action that it needs, for that is what
/// one has to be allowed: HeadBucket is <c>s3:ListBucket</c>.
/// </summary>
internal static class S3Service
{
    public const string ListBucket = nameof(ListBucket);
    public const string CreateBucket = nameof(CreateBucket);
    public const string PutBucketPublicAccessBlock = nameof(PutBucketPublicAccessBlock);
    public const string DeleteBucket = nameof(DeleteBucket);
    public const string GetBucketPolicy = nameof(GetBucketPolicy);
    public const string PutBucketPolicy = nameof(PutBucketPolicy);
    public const string DeleteBucketPolicy = nameof(DeleteBucketPolicy);
    public const string GetObject = nameof(GetObject);
    public const string PutObject = nameof(PutObject);
    public const string DeleteObject = nameof(DeleteObject);

    public static AwsService Service { get; } = new("S3", "s3", "2006-03-01", IsGlobal: false) { OwnProblem = Own };

    /// <summary>A refusal of HEAD has no body, so the code is the status: the SDK makes it up.</summary>
    private static Problem? Own(string operation, string code, string why) => code switch
    {
        "Forbidden" => AwsProblems.NotAllowed(operation, "S3 does not say why; the bucket may belong to another account."),
        "OperationAborted" => AwsProblems.Conflict(operation, code, why),
        _ => S3Problems.Of(operation, code, why),
    };
}
