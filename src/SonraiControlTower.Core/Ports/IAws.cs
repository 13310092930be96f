namespace SonraiControlTower;

/// <summary>The AWS side of a session: real AWS, or the sandbox's landing zone.</summary>
public interface IAws
{
    /// <summary>
    /// Opens AWS Organizations. Region and credentials are settled here, from what this machine knows, before anything is sent.
    /// </summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken);
}
