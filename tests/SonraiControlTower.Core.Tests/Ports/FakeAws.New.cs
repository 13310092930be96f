namespace SonraiControlTower.Core.Tests.Ports;

/// <content>Comes with the services of the integration.</content>
internal sealed partial class FakeAws
{
    /// <summary>The secret of the integration.</summary>
    public FakeSecretsManager Secrets => field ??= new FakeSecretsManager(this);

    public Task<ISecretsManager> OpenSecretsManagerAsync(AwsAccess access, CancellationToken cancellationToken) =>
        Task.FromResult<ISecretsManager>(Secrets);

    public Task<IKms> OpenKmsAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IEventBridge> OpenEventBridgeAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ILambda> OpenLambdaAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ISqs> OpenSqsAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IS3> OpenS3Async(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ICloudTrail> OpenCloudTrailAsync(AwsAccess access, CancellationToken cancellationToken) => throw new NotSupportedException();
}
