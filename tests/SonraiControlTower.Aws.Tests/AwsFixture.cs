using System.Globalization;
using SonraiControlTower.Aws.Tests.Credentials;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests;

/// <summary>AWS as the module opens it, over a stub of the wire of its JSON and REST services.</summary>
internal sealed class AwsFixture : IAsyncDisposable
{
    private readonly AwsServices _aws;

    private AwsFixture(AwsWire wire, int? attempts, string? mode)
    {
        Wire = wire;
        _aws = new AwsServices(new FakeMachine
        {
            ["AWS_MAX_ATTEMPTS"] = attempts?.ToString(CultureInfo.InvariantCulture),
            ["AWS_RETRY_MODE"] = mode,
        });
    }

    public AwsWire Wire { get; }

    public IAws Aws => _aws;

    public AwsAccess Access => new()
    {
        Region = "eu-west-1",
        EndpointUrl = Wire.Endpoint,
        Credentials = () => new AwsKeys("AKIAIOSFODNN7EXAMPLE", "secret", null),
    };

    public static async Task<AwsFixture> StartAsync(int? attempts = null, string? mode = null) =>
        new(await AwsWire.StartAsync(), attempts, mode);

    public ValueTask DisposeAsync()
    {
        _aws.Dispose();
        return Wire.DisposeAsync();
    }
}
