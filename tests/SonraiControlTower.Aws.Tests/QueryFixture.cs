using System.Globalization;
using SonraiControlTower.Aws.Tests.Credentials;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests;

/// <summary>CloudFormation, IAM and STS as the module opens them, over a stub of their wire.</summary>
internal sealed class QueryFixture : IAsyncDisposable
{
    private readonly AwsServices _aws;

    private QueryFixture(QueryWire wire, int? attempts, string? mode)
    {
        Wire = wire;
        _aws = new AwsServices(new FakeMachine
        {
            ["AWS_MAX_ATTEMPTS"] = attempts?.ToString(CultureInfo.InvariantCulture),
            ["AWS_RETRY_MODE"] = mode,
        });
    }

    public QueryWire Wire { get; }

    public ICloudFormation CloudFormation { get; private set; } = null!;

    public IIam Iam { get; private set; } = null!;

    public ISts Sts { get; private set; } = null!;

    public static async Task<QueryFixture> StartAsync(int? attempts = null, string? mode = null)
    {
        var fixture = new QueryFixture(await QueryWire.StartAsync(), attempts, mode);
        var access = new AwsAccess
        {
            Region = "eu-west-1",
            EndpointUrl = fixture.Wire.Endpoint,
            Credentials = () => new AwsKeys("AKIAIOSFODNN7EXAMPLE", "secret", null),
        };
        fixture.CloudFormation = await fixture._aws.OpenCloudFormationAsync(access, default);
        fixture.Iam = await fixture._aws.OpenIamAsync(access, default);
        fixture.Sts = await fixture._aws.OpenStsAsync(access, default);
        return fixture;
    }

    public ValueTask DisposeAsync()
    {
        _aws.Dispose();
        return Wire.DisposeAsync();
    }
}
