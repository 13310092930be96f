namespace SonraiControlTower;

/// <summary>
/// A trail of AWS CloudTrail (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html">Trail</see>).
/// </summary>
public sealed record Trail
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>arn:PARTITION:cloudtrail:REGION:ACCOUNT:trail/NAME</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>The region that it was made in.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>The bucket that it writes to.</summary>
    public required string BucketName { get; init; }

    /// <summary>What keys begin with before <c>AWSLogs/</c>; null for nothing.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>The key that its files are encrypted with, by ARN; null for S3's own.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>True if it records every account of the organization.</summary>
    public bool IsOrganizationTrail { get; init; }

    /// <summary>True if it records every region.</summary>
    public bool IsMultiRegionTrail { get; init; }

    public override string ToString() => Name;
}

/// <summary>
/// Whether a trail writes
/// (<see href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html">GetTrailStatus</see>).
/// </summary>
/// <param name="IsLogging">True while it is switched on.</param>
/// <param name="LatestDeliveryAt">When it last wrote a file; null if never.</param>
/// <param name="LatestDeliveryError">Why it could not last; null where it could.</param>
public sealed record TrailStatus(bool IsLogging, DateTimeOffset? LatestDeliveryAt, string? LatestDeliveryError);
