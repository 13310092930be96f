namespace SonraiControlTower;

/// <summary>
/// Amazon S3, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">Amazon S3 API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface IS3
{
    /// <summary>A bucket (HeadBucket); null if there is none of that name anywhere.</summary>
    /// <exception cref="SonraiException"><c>AwsAccessDenied</c> for somebody else's.</exception>
    Task<S3Bucket?> HeadBucketAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a private bucket in the region of the session: CreateBucket, then PutPublicAccessBlock with everything blocked and a bucket policy that
    /// refuses what does not come over TLS. One's own bucket of that name is brought to that, too.
    /// </summary>
    /// <exception cref="SonraiException"><c>S3BucketTaken</c>.</exception>
    Task CreateBucketAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>Deletes an empty bucket (DeleteBucket). One that does not exist is deleted already.</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotEmpty</c>.</exception>
    Task DeleteBucketAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>The bucket's policy, byte for byte (GetBucketPolicy); null if it has none.</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    Task<PolicyDocument?> GetBucketPolicyAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>Puts a policy in the place of the bucket's own (PutBucketPolicy); null takes it away (DeleteBucketPolicy).</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>, <c>MalformedPolicy</c>.</exception>
    Task PutBucketPolicyAsync(string bucket, PolicyDocument? policy, CancellationToken cancellationToken);

    /// <summary>The objects whose keys begin so, in the order of their keys (ListObjectsV2).</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    IAsyncEnumerable<S3Object> ListObjectsAsync(string bucket, string prefix, CancellationToken cancellationToken);

    /// <summary>The same from behind a key on, which need not be one of an object (ListObjectsV2 with <c>start-after</c>).</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    IAsyncEnumerable<S3Object> ListObjectsAfterAsync(string bucket, string prefix, string startAfter, CancellationToken cancellationToken);

    /// <summary>
    /// What keys that begin so have up to the next slash, that included, in their order: the folders one level below (ListObjectsV2 with
    /// <c>delimiter</c>).
    /// </summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, CancellationToken cancellationToken);

    /// <summary>An object without its content (HeadObject); null if there is none.</summary>
    Task<S3Object?> HeadObjectAsync(string bucket, string key, CancellationToken cancellationToken);

    /// <summary>The content of an object (GetObject); whoever asked disposes it.</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>, <c>S3ObjectNotFound</c>.</exception>
    Task<Stream> OpenObjectAsync(string bucket, string key, CancellationToken cancellationToken);

    /// <summary>Writes an object (PutObject).</summary>
    /// <exception cref="SonraiException"><c>S3BucketNotFound</c>.</exception>
    Task PutObjectAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Deletes an object (DeleteObject). One that does not exist is deleted already.</summary>
    Task DeleteObjectAsync(string bucket, string key, CancellationToken cancellationToken);
}
