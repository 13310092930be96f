namespace SonraiControlTower;

/// <summary>
/// AWS's Security Token Service of one region, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html">AWS STS API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface ISts
{
    /// <summary>
    /// Assumes a role. That access is denied is a result. A role, or a trust policy, that was written a moment ago may be denied for a while.
    /// </summary>
    /// <exception cref="SonraiException"><c>StsRegionDisabled</c>, <c>MalformedPolicy</c>, <c>CredentialsUnusable</c> for the caller's own.</exception>
    Task<AssumeRoleAnswer> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken);

    /// <summary>Who the credentials belong to. AWS answers this to everybody, whatever policies say.</summary>
    Task<CallerIdentity> GetCallerIdentityAsync(CancellationToken cancellationToken);
}
