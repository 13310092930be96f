using System.Net;
using System.Text.Json;
using Amazon;
using Amazon.S3;
using Amazon.S3.Model;

namespace SonraiControlTower.Aws.S3;

/// <summary>What <see cref="S3Adapter"/> does with buckets.</summary>
internal sealed class S3Buckets(S3Clients clients)
{
    private const string ItsHome = "us-east-1";

    public async Task<S3Bucket?> HeadAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.SendAsync(
                bucket,
                S3Service.ListBucket,
                (client, cancel) => client.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket }, cancel),
                cancellationToken).ConfigureAwait(false);
            return new(bucket, Filled(answer.BucketRegion));
        }
        catch (SonraiException refused) when (refused.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
        catch (SonraiException elsewhere) when (S3Clients.RegionIn(elsewhere) is { } region)
        {
            // It is there, in another region, and an address of one's own leads to one region only.
            return new(bucket, region);
        }
    }

    public async Task CreateAsync(string bucket, CancellationToken cancellationToken)
    {
        // One's own bucket answers so, except in us-east-1, where making it again is simply done.
        await S3Gone.IsFineAsync(
            clients.SendHomeAsync(S3Service.CreateBucket, (client, cancel) => client.PutBucketAsync(New(bucket), cancel), cancellationToken),
            "BucketAlreadyOwnedByYou").ConfigureAwait(false);
        await clients.SendAsync(
            bucket,
            S3Service.PutBucketPublicAccessBlock,
            (client, cancel) => client.PutPublicAccessBlockAsync(Private(bucket), cancel),
            cancellationToken).ConfigureAwait(false);
        if (WithTlsOnly(bucket, await GetPolicyAsync(bucket, cancellationToken).ConfigureAwait(false)) is { } policy)
        {
            await PutPolicyAsync(bucket, policy, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task DeleteAsync(string bucket, CancellationToken cancellationToken) =>
        S3Gone.IsFineAsync(
            clients.SendAsync(
                bucket,
                S3Service.DeleteBucket,
                (client, cancel) => client.DeleteBucketAsync(new DeleteBucketRequest { BucketName = bucket }, cancel),
                cancellationToken),
            "NoSuchBucket");

    public async Task<PolicyDocument?> GetPolicyAsync(string bucket, CancellationToken cancellationToken)
    {
        var answer = await clients.SendAsync(
            bucket,
            S3Service.GetBucketPolicy,
            (client, cancel) => client.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = bucket }, cancel),
            cancellationToken).ConfigureAwait(false);
        // Of this operation the SDK takes HTTP 404 for an answer, and gives the error, an XML text, as the policy.
        return (answer.HttpStatusCode, answer.Policy) switch
        {
            (HttpStatusCode.NotFound, { } error) when error.Contains("<Code>NoSuchBucket</Code>", StringComparison.Ordinal) =>
                throw new SonraiException(S3Problems.BucketNotFound(
                    S3Service.Service.ActionOf(S3Service.GetBucketPolicy), $"there is no '{bucket}'.")),
            (HttpStatusCode.NotFound, _) => null,
            (_, var json) => Filled(json) is { } policy ? new(policy) : null,
        };
    }

    public Task PutPolicyAsync(string bucket, PolicyDocument? policy, CancellationToken cancellationToken) => policy is null
        ? clients.SendAsync(
            bucket,
            S3Service.DeleteBucketPolicy,
            (client, cancel) => client.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket }, cancel),
            cancellationToken)
        : clients.SendAsync(
            bucket,
            S3Service.PutBucketPolicy,
            (client, cancel) => client.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = policy.Json }, cancel),
            cancellationToken);

    /// <summary>AWS refuses the name of its first region here, and wants that of every other.</summary>
    private PutBucketRequest New(string bucket)
    {
        var request = new PutBucketRequest { BucketName = bucket, UseClientRegion = false };
        if (clients.Region != ItsHome)
        {
            request.BucketRegion = new(clients.Region);
        }

        return request;
    }

    private static PutPublicAccessBlockRequest Private(string bucket) => new()
    {
        BucketName = bucket,
        PublicAccessBlockConfiguration = new()
        {
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        },
    };

    private PolicyDocument? WithTlsOnly(string bucket, PolicyDocument? present)
    {
        try
        {
            return TlsOnlyPolicy.Added(present, RegionEndpoint.GetBySystemName(clients.Region).PartitionName, bucket);
        }
        catch (JsonException unreadable)
        {
            throw new SonraiException(
                AwsProblems.UnexpectedAnswer(S3Service.Service.ActionOf(S3Service.GetBucketPolicy), "it is not a policy"), unreadable);
        }
    }

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}
