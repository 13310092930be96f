using System.Runtime.CompilerServices;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>A bucket with keys and nothing in them. It records what was listed, and how many keys were given.</summary>
internal sealed class FakeS3(params string[] keys) : IS3
{
    private readonly string[] _keys = [.. keys.Order(StringComparer.Ordinal)];

    public List<string> Listings { get; } = [];

    public int Given { get; private set; }

    public IAsyncEnumerable<S3Object> ListObjectsAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        ListObjectsAfterAsync(bucket, prefix, "", cancellationToken);

    public async IAsyncEnumerable<S3Object> ListObjectsAfterAsync(
        string bucket, string prefix, string startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        Listings.Add(prefix);
        foreach (var key in _keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, startAfter) > 0))
        {
            Given++;
            yield return new S3Object(key, 7, DateTimeOffset.UnixEpoch);
        }
    }

    public async IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        Listings.Add($"{prefix}*/");
        foreach (var folder in _keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && key.IndexOf('/', prefix.Length) >= 0)
            .Select(key => key[..(key.IndexOf('/', prefix.Length) + 1)]).Distinct())
        {
            yield return folder;
        }
    }

    public Task<Stream> OpenObjectAsync(string bucket, string key, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{bucket}/{key}")));

    Task<S3Bucket?> IS3.HeadBucketAsync(string bucket, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IS3.CreateBucketAsync(string bucket, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IS3.DeleteBucketAsync(string bucket, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<PolicyDocument?> IS3.GetBucketPolicyAsync(string bucket, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IS3.PutBucketPolicyAsync(string bucket, PolicyDocument? policy, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<S3Object?> IS3.HeadObjectAsync(string bucket, string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IS3.PutObjectAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IS3.DeleteObjectAsync(string bucket, string key, CancellationToken cancellationToken) => throw new NotSupportedException();
}
