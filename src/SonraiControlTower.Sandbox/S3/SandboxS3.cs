namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="BucketService"/>; a bucket is made in the region of the session.</summary>
internal sealed class SandboxS3(BucketService buckets, ServiceDesk desk, string region) : IS3
{
    public Task<S3Bucket?> HeadBucketAsync(string bucket, CancellationToken cancellationToken) =>
        desk.AskAsync("HeadBucket", caller => buckets.Head(caller, bucket), cancellationToken);

    public Task CreateBucketAsync(string bucket, CancellationToken cancellationToken) =>
        desk.AskAsync("CreateBucket", caller => buckets.Create(caller, region, bucket), cancellationToken);

    public Task DeleteBucketAsync(string bucket, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteBucket", caller => buckets.Delete(caller, bucket), cancellationToken);

    public Task<PolicyDocument?> GetBucketPolicyAsync(string bucket, CancellationToken cancellationToken) =>
        desk.AskAsync("GetBucketPolicy", caller => buckets.GetPolicy(caller, bucket), cancellationToken);

    public Task PutBucketPolicyAsync(string bucket, PolicyDocument? policy, CancellationToken cancellationToken) =>
        desk.AskAsync("PutBucketPolicy", caller => buckets.PutPolicy(caller, bucket, policy), cancellationToken);

    public IAsyncEnumerable<S3Object> ListObjectsAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        desk.ListAsync("ListObjectsV2", caller => buckets.List(caller, bucket, prefix), cancellationToken);

    public IAsyncEnumerable<S3Object> ListObjectsAfterAsync(string bucket, string prefix, string startAfter, CancellationToken cancellationToken) =>
        ListObjectsAsync(bucket, prefix, cancellationToken).Where(one => string.CompareOrdinal(one.Key, startAfter) > 0);

    public IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        ListObjectsAsync(bucket, prefix, cancellationToken)
            .Select(one => one.Key.IndexOf('/', prefix.Length) is >= 0 and var slash ? one.Key[..(slash + 1)] : null)
            .OfType<string>().Distinct();

    public Task<S3Object?> HeadObjectAsync(string bucket, string key, CancellationToken cancellationToken) =>
        desk.AskAsync("HeadObject", caller => buckets.Find(bucket) is null ? null : buckets.Get(caller, bucket, key)?.ToS3Object(), cancellationToken);

    public async Task<Stream> OpenObjectAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var content = await desk.AskAsync(
            "GetObject",
            caller => buckets.Get(caller, bucket, key)?.Content ?? throw new AwsFault("NoSuchKey", "The specified key does not exist."),
            cancellationToken).ConfigureAwait(false);
        return new MemoryStream(content.ToArray(), writable: false);
    }

    public Task PutObjectAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        desk.AskAsync("PutObject", caller => buckets.Put(caller, bucket, key, content), cancellationToken);

    public Task DeleteObjectAsync(string bucket, string key, CancellationToken cancellationToken) =>
        desk.AskAsync("DeleteObject", caller => buckets.DeleteObject(caller, bucket, key), cancellationToken);
}
