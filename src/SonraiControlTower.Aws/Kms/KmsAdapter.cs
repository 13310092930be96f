using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Kms;

/// <summary>AWS KMS through the SDK's client.</summary>
internal sealed class KmsAdapter(IAmazonKeyManagementService client) : IKms
{
    // A key has one policy, and it has this name.
    private const string Policy = "default";

    public async Task<KmsKey?> DescribeKeyAsync(string keyId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await CallAsync(
                KmsService.DescribeKey, cancel => client.DescribeKeyAsync(new DescribeKeyRequest { KeyId = keyId }, cancel), cancellationToken)
                .ConfigureAwait(false);
            var key = answer.KeyMetadata;
            return new(key.Arn, key.KeyState?.Value ?? "Unknown", key.KeyManager?.Value ?? "CUSTOMER");
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "NotFoundException")
        {
            return null;
        }
    }

    public async Task<PolicyDocument> GetKeyPolicyAsync(string keyArn, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            KmsService.GetKeyPolicy,
            cancel => client.GetKeyPolicyAsync(new GetKeyPolicyRequest { KeyId = keyArn, PolicyName = Policy }, cancel),
            cancellationToken).ConfigureAwait(false);
        return new(answer.Policy);
    }

    public Task PutKeyPolicyAsync(string keyArn, PolicyDocument policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return CallAsync(
            KmsService.PutKeyPolicy,
            cancel => client.PutKeyPolicyAsync(
                new PutKeyPolicyRequest { KeyId = keyArn, PolicyName = Policy, Policy = policy.Json }, cancel),
            cancellationToken);
    }

    private static Task<T> CallAsync<T>(string operation, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        Call.AsAsync(KmsService.Service, operation, send, cancellationToken);
}
