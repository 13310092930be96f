using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.S3;

/// <summary>
/// The SDK's clients for S3, one for each region that a bucket was found in. Asked in another region than a bucket's, AWS answers with a redirect
/// that names its region
/// (<see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html">making requests using the REST API</see>); the SDK itself does
/// not follow it (<see href="https://github.com/aws/aws-sdk-net/pull/4507">aws-sdk-net 4507</see>).
/// </summary>
internal sealed class S3Clients(AwsReach reach, AWSCredentials credentials, Func<AwsReach, AmazonS3Config> configure) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<AmazonS3Client>> _clients = new();
    private readonly ConcurrentDictionary<string, string> _regions = new();
    private volatile bool _isDisposed;

    /// <summary>The system name of the session's own region.</summary>
    public string Region => reach.Region;

    /// <summary>Sends a request about a bucket to where it is.</summary>
    public async Task<T> SendAsync<T>(
        string bucket, string operation, Func<IAmazonS3, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        var region = _regions.GetValueOrDefault(bucket, Region);
        try
        {
            return await SendToAsync(region, operation, send, cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException elsewhere) when (CanFollow(region) && RegionIn(elsewhere) is { } other && other != region)
        {
            _regions[bucket] = other;
            return await SendToAsync(other, operation, send, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request to the session's own region, as what makes a bucket must be.</summary>
    public Task<T> SendHomeAsync<T>(string operation, Func<IAmazonS3, CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        SendToAsync(Region, operation, send, cancellationToken);

    /// <summary>The region that AWS names in a redirect; null if it is none.</summary>
    public static string? RegionIn(SonraiException failure) =>
        failure.InnerException is AmazonS3Exception { StatusCode: System.Net.HttpStatusCode.MovedPermanently, InnerException: HttpErrorResponseException moved }
        && moved.Response.GetHeaderValue("x-amz-bucket-region") is { Length: > 0 } region
            ? region
            : null;

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }

    /// <summary>An address of one's own is one for all regions.</summary>
    private bool CanFollow(string region) => ClientOf(region).Config.ServiceURL is null;

    private Task<T> SendToAsync<T>(
        string region, string operation, Func<IAmazonS3, CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        Call.AsAsync(S3Service.Service, operation, cancel => send(ClientOf(region), cancel), cancellationToken);

    private AmazonS3Client ClientOf(string region)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _clients.GetOrAdd(region, name => new(() => new(credentials, configure(reach with { Region = name })))).Value;
    }
}
