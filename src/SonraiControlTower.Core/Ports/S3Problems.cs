namespace SonraiControlTower;

/// <summary>
/// What S3 can refuse. <see cref="Of"/> is the one place where its error codes become problems, for the adapter and the sandbox alike. Source:
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error responses</see>.
/// </summary>
public static class S3Problems
{
    /// <summary>The problem behind one of S3's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "NoSuchBucket" => BucketNotFound(operation, why),
        "NoSuchKey" or "NoSuchVersion" => ObjectNotFound(operation, why),
        "BucketAlreadyExists" => BucketTaken(operation, why),
        "BucketNotEmpty" => BucketNotEmpty(operation, why),
        "MalformedPolicy" => IamProblems.MalformedPolicy(operation, why),
        _ => null,
    };

    public static Problem BucketNotFound(string operation, string why) => new(
        "S3BucketNotFound",
        $"S3 has no such bucket for {operation}: {why}",
        "Check the bucket's name.",
        ProblemKind.NotFound);

    public static Problem ObjectNotFound(string operation, string why) => new(
        "S3ObjectNotFound",
        $"S3 has no such object for {operation}: {why}",
        "Check bucket and key.",
        ProblemKind.NotFound);

    public static Problem BucketTaken(string operation, string why) => new(
        "S3BucketTaken",
        $"Somebody else has a bucket of that name, so AWS refused {operation}: {why}",
        "Give another bucket with -SourceBucket.",
        ProblemKind.Conflict);

    public static Problem BucketNotEmpty(string operation, string why) => new(
        "S3BucketNotEmpty",
        $"The bucket is not empty, so AWS refused {operation}: {why}",
        "Delete what is in it first, if it is yours.",
        ProblemKind.Conflict);
}
