namespace SonraiControlTower.Aws;

/// <content>Comes with the services of the integration.</content>
public sealed partial class AwsServices
{
    public Task<ISecretsManager> OpenSecretsManagerAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IKms> OpenKmsAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IEventBridge> OpenEventBridgeAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ILambda> OpenLambdaAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ISqs> OpenSqsAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IS3> OpenS3Async(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ICloudTrail> OpenCloudTrailAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();
}
