using System.Globalization;
using SonraiControlTower.Aws.Tests.Credentials;
using SonraiControlTower.TestKit.OrganizationsWire;

namespace SonraiControlTower.Aws.Tests.Organizations;

/// <summary>Organizations as the module opens it, over a stub of its wire.</summary>
internal sealed class WireFixture : IAsyncDisposable
{
    private readonly AwsServices _aws;

    private WireFixture(OrganizationsWire wire, int? attempts)
    {
        Wire = wire;
        _aws = new AwsServices(new FakeMachine { ["AWS_MAX_ATTEMPTS"] = attempts?.ToString(CultureInfo.InvariantCulture) });
    }

    public OrganizationsWire Wire { get; }

    public IOrganizations Organizations { get; private set; } = null!;

    public static async Task<WireFixture> StartAsync(WireEstate estate, Func<AwsKeys>? keys = null, int? attempts = null)
    {
        var fixture = new WireFixture(await OrganizationsWire.StartAsync(estate), attempts);
        fixture.Organizations = await fixture._aws.OpenOrganizationsAsync(
            new AwsAccess
            {
                Region = "eu-west-1",
                EndpointUrl = fixture.Wire.Endpoint,
                Credentials = keys ?? (() => new AwsKeys("AKIAIOSFODNN7EXAMPLE", "secret", null)),
            },
            default);
        return fixture;
    }

    public ValueTask DisposeAsync()
    {
        _aws.Dispose();
        return Wire.DisposeAsync();
    }
}
