namespace SonraiControlTower;

/// <summary>Tells whether the role can read the organization's trail: what the policies grant, and what comes of reading one file.</summary>
public sealed class IngestionReader
{
    private readonly IngestionSite _site;

    private IngestionReader(IngestionSite site) => _site = site;

    private IngestionPlace Place => _site.Place;

    /// <summary>Finds trail, bucket and key.</summary>
    /// <exception cref="SonraiException"><c>OrganizationTrailNotFound</c>, <c>TrailBucketOwnerUnknown</c>.</exception>
    public static async Task<IngestionReader> OpenAsync(IAws aws, AwsAccess access, IngestionPlan plan, CancellationToken cancellationToken) =>
        new(await IngestionSite.OpenAsync(aws, access, plan, cancellationToken).ConfigureAwait(false));

    /// <summary>Looks. It changes nothing.</summary>
    /// <exception cref="SonraiException"><c>TrailAccountNotEntered</c>, or what AWS says.</exception>
    public async Task<SonraiIngestion> ReadAsync(CancellationToken cancellationToken)
    {
        var s3 = await _site.OpenS3Async(cancellationToken).ConfigureAwait(false);
        var bucket = PolicyEdit.Has(
            await s3.GetBucketPolicyAsync(Place.Trail.BucketName, cancellationToken).ConfigureAwait(false), IngestionGrant.OfBucket(Place));
        var key = Place.KeyAccount is null ? (bool?)null : await KeyGrantsAsync(cancellationToken).ConfigureAwait(false);
        var (canRead, probed, refusal) = await ProbeAsync(cancellationToken).ConfigureAwait(false);
        var granted = bucket && key != false;
        return new SonraiIngestion
        {
            Status = granted && canRead != false ? IngestionStatus.Enabled : bucket || key == true ? IngestionStatus.Incomplete : IngestionStatus.Disabled,
            TrailName = Place.Trail.Name,
            TrailArn = Place.Trail.Arn,
            BucketName = Place.Trail.BucketName,
            BucketAccount = Place.BucketAccount.ToString(),
            KmsKeyArn = Place.Trail.KmsKeyId,
            RoleArn = Place.Role.ToString(),
            BucketGrants = bucket,
            KeyGrants = key,
            CanRead = canRead,
            ProbedKey = probed,
            Reason = !bucket ? "The bucket's policy does not let the role read."
                : key == false ? "The key's policy does not let the role decrypt."
                : refusal,
        };
    }

    private async Task<bool> KeyGrantsAsync(CancellationToken cancellationToken)
    {
        var kms = await _site.OpenKmsAsync(cancellationToken).ConfigureAwait(false);
        return PolicyEdit.Has(await kms.GetKeyPolicyAsync(Place.Trail.KmsKeyId!, cancellationToken).ConfigureAwait(false), IngestionGrant.OfKey(Place));
    }

    /// <summary>The first file there is, read as the collector reads.</summary>
    private async Task<(bool? CanRead, string? Key, string? Refusal)> ProbeAsync(CancellationToken cancellationToken)
    {
        var (s3, refused) = await _site.OpenAsCollectorAsync(cancellationToken).ConfigureAwait(false);
        if (s3 is null)
        {
            return (null, null, refused);
        }

        string? key = null;
        try
        {
            key = (await s3.ListObjectsAsync(Place.Trail.BucketName, Place.LogPrefix, cancellationToken)
                .FirstOrDefaultAsync(one => one.Size > 0, cancellationToken).ConfigureAwait(false))?.Key;
            if (key is null)
            {
                return (null, null, "The trail has written no file yet.");
            }

            var stream = await s3.OpenObjectAsync(Place.Trail.BucketName, key, cancellationToken).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            var first = new byte[1];
            return (await stream.ReadAsync(first, cancellationToken).ConfigureAwait(false) == first.Length, key, null);
        }
        catch (SonraiException denied) when (denied.Problem.Kind == ProblemKind.NotAllowed)
        {
            return (false, key, denied.Message);
        }
    }
}
