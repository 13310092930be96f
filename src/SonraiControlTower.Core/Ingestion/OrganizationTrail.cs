namespace SonraiControlTower;

/// <summary>Finds the trail that records the whole organization. Its name, bucket and key are read, never assumed.</summary>
internal static class OrganizationTrail
{
    /// <summary>The organization's trail, one of all regions before one of a single region; null where there is none.</summary>
    public static async Task<Trail?> FindAsync(IAws aws, AwsAccess access, CancellationToken cancellationToken)
    {
        var cloudTrail = await aws.OpenCloudTrailAsync(access, cancellationToken).ConfigureAwait(false);
        var trails = await cloudTrail.DescribeTrailsAsync(cancellationToken).ConfigureAwait(false);
        return trails.Where(trail => trail.IsOrganizationTrail).OrderByDescending(trail => trail.IsMultiRegionTrail)
            .ThenBy(trail => trail.Arn, StringComparer.Ordinal).FirstOrDefault();
    }
}
