namespace SonraiControlTower.Sandbox;

/// <summary>The AWS side of a sandbox session. Nothing leaves this machine, so no region and no credentials are needed.</summary>
public sealed class SandboxAws : IAws
{
    // One for all who ask: AWS throttles the account, not the client.
    private readonly SandboxOrganizations _organizations;

    /// <param name="zone">The landing zone.</param>
    /// <param name="rate">How often each operation may be called; null for <see cref="RequestRate.Usual"/>.</param>
    public SandboxAws(LandingZone zone, RequestRate? rate = null) => _organizations = new SandboxOrganizations(zone, rate);

    /// <summary>Opens the landing zone's Organizations; what <paramref name="access"/> says is of no matter.</summary>
    public async Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _organizations;
    }

    /// <inheritdoc/>
    public Task<ICloudFormation> OpenCloudFormationAsync(AwsAccess access, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The sandbox has no CloudFormation.");

    /// <inheritdoc/>
    public Task<IIam> OpenIamAsync(AwsAccess access, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The sandbox has no IAM.");

    /// <inheritdoc/>
    public Task<ISts> OpenStsAsync(AwsAccess access, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The sandbox has no STS.");
}
