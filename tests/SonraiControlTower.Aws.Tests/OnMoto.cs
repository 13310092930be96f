using SonraiControlTower.Aws.Tests.Credentials;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests;

/// <summary>AWS as the module opens it, over moto.</summary>
[Collection(MotoCollection.Name)]
public abstract class OnMoto(MotoServer moto) : IAsyncLifetime, IDisposable
{
    /// <summary>The account that moto takes any keys for.</summary>
    protected const string Account = "123456789012";

    private readonly AwsServices _aws = new(new FakeMachine());

    public Task InitializeAsync() => MotoServer.Program is null ? Task.CompletedTask : moto.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _aws.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected IAws Aws => _aws;

    private protected AwsAccess Access => new()
    {
        Region = "us-east-1",
        EndpointUrl = moto.Endpoint,
        Credentials = () => new AwsKeys("AKIAIOSFODNN7EXAMPLE", "secret", null),
    };
}
