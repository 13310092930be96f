namespace SonraiControlTower;

/// <summary>
/// AWS CloudTrail of one region, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html">AWS CloudTrail API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface ICloudTrail
{
    /// <summary>The trails that record this region, those of other regions and of the organization included (DescribeTrails).</summary>
    Task<IReadOnlyList<Trail>> DescribeTrailsAsync(CancellationToken cancellationToken);

    /// <summary>Whether a trail writes (GetTrailStatus), by its ARN; null if there is no such trail.</summary>
    Task<TrailStatus?> GetTrailStatusAsync(string trailArn, CancellationToken cancellationToken);
}
