using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace SonraiControlTower.Aws.S3;

/// <summary>Amazon S3 through the SDK's client.</summary>
internal sealed class S3Adapter(S3Clients clients) : IS3
{
    private readonly S3Buckets _buckets = new(clients);

    public Task<S3Bucket?> HeadBucketAsync(string bucket, CancellationToken cancellationToken) => _buckets.HeadAsync(bucket, cancellationToken);

    public Task CreateBucketAsync(string bucket, CancellationToken cancellationToken) => _buckets.CreateAsync(bucket, cancellationToken);

    public Task DeleteBucketAsync(string bucket, CancellationToken cancellationToken) => _buckets.DeleteAsync(bucket, cancellationToken);

    public Task<PolicyDocument?> GetBucketPolicyAsync(string bucket, CancellationToken cancellationToken) =>
        _buckets.GetPolicyAsync(bucket, cancellationToken);

    public Task PutBucketPolicyAsync(string bucket, PolicyDocument? policy, CancellationToken cancellationToken) =>
        _buckets.PutPolicyAsync(bucket, policy, cancellationToken);

    public IAsyncEnumerable<S3Object> ListObjectsAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        ListAsync(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix }, ObjectsOf, cancellationToken);

    public IAsyncEnumerable<S3Object> ListObjectsAfterAsync(string bucket, string prefix, string startAfter, CancellationToken cancellationToken) =>
        ListAsync(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, StartAfter = startAfter }, ObjectsOf, cancellationToken);

    public IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        ListAsync(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, Delimiter = "/" }, page => page.CommonPrefixes ?? [], cancellationToken);

    public async Task<S3Object?> HeadObjectAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.SendAsync(
                bucket,
                S3Service.GetObject,
                (client, cancel) => client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, cancel),
                cancellationToken).ConfigureAwait(false);
            return new(key, answer.ContentLength, At(answer.LastModified));
        }
        catch (SonraiException refused) when (refused.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
    }

    public async Task<Stream> OpenObjectAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        var answer = await clients.SendAsync(
            bucket,
            S3Service.GetObject,
            (client, cancel) => client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, cancel),
            cancellationToken).ConfigureAwait(false);
        return new S3Content(answer);
    }

    public Task PutObjectAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        clients.SendAsync(
            bucket,
            S3Service.PutObject,
            (client, cancel) => client.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = key, InputStream = StreamOf(content), AutoCloseStream = true }, cancel),
            cancellationToken);

    public Task DeleteObjectAsync(string bucket, string key, CancellationToken cancellationToken) =>
        S3Gone.IsFineAsync(
            clients.SendAsync(
                bucket,
                S3Service.DeleteObject,
                (client, cancel) => client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = key }, cancel),
                cancellationToken),
            "NoSuchBucket");

    private async IAsyncEnumerable<T> ListAsync<T>(
        ListObjectsV2Request request, Func<ListObjectsV2Response, IEnumerable<T>> itemsOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await clients.SendAsync(
                request.BucketName, S3Service.ListBucket, (client, cancel) => client.ListObjectsV2Async(request, cancel), cancellationToken).ConfigureAwait(false);
            foreach (var one in itemsOf(page))
            {
                yield return one;
            }

            request.ContinuationToken = page.IsTruncated is true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    private static IEnumerable<S3Object> ObjectsOf(ListObjectsV2Response page) =>
        (page.S3Objects ?? []).Select(one => new S3Object(one.Key, one.Size ?? 0, At(one.LastModified)));

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(content.ToArray(), writable: false);

    private static DateTimeOffset At(DateTime? time) => new((time ?? DateTime.UnixEpoch).ToUniversalTime());
}
