namespace SonraiControlTower;

/// <summary>The AWS side of a session: real AWS, or the sandbox's landing zone.</summary>
public interface IAws
{
    /// <summary>The region that services are opened in with this access, as the machine settles it.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<string> SettleRegionAsync(AwsAccess access, CancellationToken cancellationToken);

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

    /// <summary>Opens Secrets Manager of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<ISecretsManager> OpenSecretsManagerAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens KMS of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<IKms> OpenKmsAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens EventBridge of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<IEventBridge> OpenEventBridgeAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens Lambda of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<ILambda> OpenLambdaAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens SQS of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<ISqs> OpenSqsAsync(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens S3; a bucket of another region is found.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<IS3> OpenS3Async(AwsAccess access, CancellationToken cancellationToken);

    /// <summary>Opens CloudTrail of the settled region.</summary>
    /// <exception cref="SonraiException"><c>NoRegion</c>, <c>NoCredentials</c>, <c>ProfileNotFound</c>.</exception>
    Task<ICloudTrail> OpenCloudTrailAsync(AwsAccess access, CancellationToken cancellationToken);
}
