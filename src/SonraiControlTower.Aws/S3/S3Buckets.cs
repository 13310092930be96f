using System.Net;
using System.Text.Json;
using Amazon;
using Amazon.Runtime.Internal;
using Amazon.S3;
using Amazon.S3.Model;

namespace SonraiControlTower.Aws.S3;

/// <summary>What <see cref="S3Adapter"/> does with buckets.</summary>
internal sealed class S3Buckets(IAmazonS3 client, string region)
{
    private const string ItsHome = "us-east-1";

    public async Task<S3Bucket?> HeadAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await S3Call.SendAsync(
                S3Service.ListBucket, cancel => client.HeadBucketAsync(new HeadBucketRequest { BucketName = bucket }, cancel), cancellationToken)
                .ConfigureAwait(false);
            return new(bucket, Filled(answer.BucketRegion));
        }
        catch (SonraiException refused) when (refused.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound })
        {
            return null;
        }
        catch (SonraiException elsewhere) when (elsewhere.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.MovedPermanently } moved)
        {
            // It is there, in another region than the one that was asked.
            return new(bucket, Filled((moved.InnerException as HttpErrorResponseException)?.Response.GetHeaderValue("x-amz-bucket-region")));
        }
    }

    public async Task CreateAsync(string bucket, CancellationToken cancellationToken)
    {
        // One's own bucket answers so, except in us-east-1, where making it again is simply done.
        await S3Call.OrNullAsync(
            S3Call.SendAsync(S3Service.CreateBucket, cancel => client.PutBucketAsync(New(bucket), cancel), cancellationToken),
            "BucketAlreadyOwnedByYou").ConfigureAwait(false);
        await S3Call.SendAsync(
            S3Service.PutBucketPublicAccessBlock, cancel => client.PutPublicAccessBlockAsync(Private(bucket), cancel), cancellationToken)
            .ConfigureAwait(false);
        if (WithTlsOnly(bucket, await GetPolicyAsync(bucket, cancellationToken).ConfigureAwait(false)) is { } policy)
        {
            await PutPolicyAsync(bucket, policy, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task DeleteAsync(string bucket, CancellationToken cancellationToken) =>
        S3Call.OrNullAsync(
            S3Call.SendAsync(
                S3Service.DeleteBucket, cancel => client.DeleteBucketAsync(new DeleteBucketRequest { BucketName = bucket }, cancel), cancellationToken),
            "NoSuchBucket");

    public async Task<PolicyDocument?> GetPolicyAsync(string bucket, CancellationToken cancellationToken)
    {
        var answer = await S3Call.SendAsync(
            S3Service.GetBucketPolicy,
            cancel => client.GetBucketPolicyAsync(new GetBucketPolicyRequest { BucketName = bucket }, cancel),
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
        ? S3Call.SendAsync(
            S3Service.DeleteBucketPolicy,
            cancel => client.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket }, cancel),
            cancellationToken)
        : S3Call.SendAsync(
            S3Service.PutBucketPolicy,
            cancel => client.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = policy.Json }, cancel),
            cancellationToken);

    /// <summary>AWS refuses the name of its first region here, and wants that of every other.</summary>
    private PutBucketRequest New(string bucket)
    {
        var request = new PutBucketRequest { BucketName = bucket, UseClientRegion = false };
        if (region != ItsHome)
        {
            request.BucketRegion = new(region);
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
            return TlsOnlyPolicy.Added(present, RegionEndpoint.GetBySystemName(region).PartitionName, bucket);
        }
        catch (JsonException unreadable)
        {
            throw new SonraiException(
                AwsProblems.UnexpectedAnswer(S3Service.Service.ActionOf(S3Service.GetBucketPolicy), "it is not a policy"), unreadable);
        }
    }

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}
