namespace SonraiControlTower;

/// <summary>The files of the organization's trail: its bucket is found, and entered as its own account.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What the keys of the trail's files begin with.</param>
/// <param name="Files">The files.</param>
public sealed record OrganizationTrailFiles(string Bucket, string Prefix, TrailFiles Files)
{
    /// <exception cref="SonraiException">
    /// <c>OrganizationTrailNotFound</c>, <c>TrailBucketOwnerUnknown</c>, <c>TrailAccountNotEntered</c>, or what AWS says.
    /// </exception>
    public static async Task<OrganizationTrailFiles> OpenAsync(IAws aws, AwsAccess access, IngestionPlan plan, CancellationToken cancellationToken)
    {
        var site = await IngestionSite.OpenAsync(aws, access, plan, cancellationToken).ConfigureAwait(false);
        var bucket = site.Place.Trail.BucketName;
        return new(bucket, site.Place.LogPrefix, new TrailFiles(await site.OpenS3Async(cancellationToken).ConfigureAwait(false), bucket));
    }
}
