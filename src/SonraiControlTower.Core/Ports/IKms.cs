namespace SonraiControlTower;

/// <summary>
/// AWS KMS of one region, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html">AWS KMS API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface IKms
{
    /// <summary>A key by id, ARN or alias (DescribeKey); null if there is none.</summary>
    Task<KmsKey?> DescribeKeyAsync(string keyId, CancellationToken cancellationToken);

    /// <summary>The key's policy, byte for byte (GetKeyPolicy, <c>default</c>).</summary>
    /// <exception cref="SonraiException"><c>KmsKeyNotFound</c>.</exception>
    Task<PolicyDocument> GetKeyPolicyAsync(string keyArn, CancellationToken cancellationToken);

    /// <summary>Puts a policy in the place of the key's own (PutKeyPolicy).</summary>
    /// <exception cref="SonraiException"><c>KmsKeyNotFound</c>, <c>MalformedPolicy</c>, <c>KmsRefused</c>.</exception>
    Task PutKeyPolicyAsync(string keyArn, PolicyDocument policy, CancellationToken cancellationToken);
}
