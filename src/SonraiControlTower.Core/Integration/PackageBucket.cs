namespace SonraiControlTower;

/// <summary>The bucket that Lambda takes the functions' code from.</summary>
/// <param name="s3">S3 as the account that the stack is in.</param>
/// <param name="name">The bucket.</param>
internal sealed class PackageBucket(IS3 s3, string name)
{
    /// <summary>The name where none is given; the template has the same.</summary>
    public static string DefaultName(AccountId account, string region) => $"sonrai-control-tower-{account}-{region}";

    /// <summary>Makes the bucket if it is not there, and puts a package into it unless it lies there already.</summary>
    public async Task UploadAsync(IntegrationPackage package, CancellationToken cancellationToken)
    {
        if (await s3.HeadBucketAsync(name, cancellationToken).ConfigureAwait(false) is null)
        {
            await s3.CreateBucketAsync(name, cancellationToken).ConfigureAwait(false);
        }

        // The key has the hash: what lies under it, with the same length, is the same.
        var there = await s3.HeadObjectAsync(name, package.Key, cancellationToken).ConfigureAwait(false);
        if (there?.Size != package.Content.Length)
        {
            await s3.PutObjectAsync(name, package.Key, package.Content, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes the packages, and the bucket where nothing else is in it; gives what stays, in words; null for nothing.</summary>
    public async Task<string?> ClearAsync(bool deleteBucket, CancellationToken cancellationToken)
    {
        if (await s3.HeadBucketAsync(name, cancellationToken).ConfigureAwait(false) is null)
        {
            return null;
        }

        var packages = await s3.ListObjectsAsync(name, IntegrationPackage.Prefix, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var package in packages)
        {
            await s3.DeleteObjectAsync(name, package.Key, cancellationToken).ConfigureAwait(false);
        }

        if (!deleteBucket)
        {
            return null;
        }

        if (await s3.ListObjectsAsync(name, string.Empty, cancellationToken).AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            return $"The bucket '{name}' has other objects, so it stays.";
        }

        await s3.DeleteBucketAsync(name, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
