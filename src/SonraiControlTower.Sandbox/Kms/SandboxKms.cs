namespace SonraiControlTower.Sandbox;

/// <summary>The near side of <see cref="KeyService"/>, in one region.</summary>
internal sealed class SandboxKms(KeyService keys, ServiceDesk desk, string region) : IKms
{
    public Task<KmsKey?> DescribeKeyAsync(string keyId, CancellationToken cancellationToken) =>
        desk.AskAsync("DescribeKey", caller => keys.Describe(caller, region, keyId), cancellationToken);

    public Task<PolicyDocument> GetKeyPolicyAsync(string keyArn, CancellationToken cancellationToken) =>
        desk.AskAsync("GetKeyPolicy", caller => keys.GetPolicy(caller, region, keyArn), cancellationToken);

    public Task PutKeyPolicyAsync(string keyArn, PolicyDocument policy, CancellationToken cancellationToken) =>
        desk.AskAsync("PutKeyPolicy", caller => keys.PutPolicy(caller, region, keyArn, policy), cancellationToken);
}
