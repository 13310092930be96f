namespace SonraiControlTower;

/// <summary>The AWS side of a session: real AWS, or the sandbox's landing zone.</summary>
public interface IAws
{
    /// <summary>
    /// Opens AWS Organizations. Region and credentials are settled here, from what this machine knows, before anything is sent.
    /// </summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<IOrganizations> OpenOrganizationsAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens CloudFormation of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<ICloudFormation> OpenCloudFormationAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens IAM of the account that the credentials belong to; <see cref="AwsAccess.As"/> takes those of an assumed role.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<IIam> OpenIamAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens STS of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<ISts> OpenStsAsync(AwsAccess access, CancellationToken cancellationToken);
}
