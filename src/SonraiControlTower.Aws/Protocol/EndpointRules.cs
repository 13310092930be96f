using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// Finds a service's address. A global service has one per partition, in the partition's own home region, and is signed for that region:
/// <see href="https://docs.aws.amazon.com/general/latest/gr/ao.html">AWS Organizations endpoints</see>. The partitions are the SDK's table.
/// </summary>
internal sealed class EndpointRules(AwsService service) : IEndpointProvider
{
    private const string Region = "Region";
    private const string Fips = "UseFIPS";
    private const string DualStack = "UseDualStack";
    private const string Custom = "Endpoint";

    /// <summary>What the rules look at, taken from a client's settings.</summary>
    public static EndpointParameters ParametersOf(IClientConfig config) => new()
    {
        [Region] = config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion,
        [Fips] = config.UseFIPSEndpoint,
        [DualStack] = config.UseDualstackEndpoint,
        [Custom] = config.ServiceURL,
    };

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[Custom] is string url)
        {
            return new Endpoint(url);
        }

        var wanted = (string)parameters[Region];
        var partition = Fn.Partition(wanted);
        var isDualStack = parameters[DualStack] is true;
        var home = HomeOf(partition, wanted, isDualStack);
        var suffix = isDualStack && service.HasDualStackDomain(partition.name) ? partition.dualStackDnsSuffix : partition.dnsSuffix;

        var isFipsAnyway = partition.name == "aws-us-gov" && service.IsPlainFipsInGovCloud(isDualStack);
        var host = parameters[Fips] is true && !isFipsAnyway ? $"{service.SigningName}-fips" : service.SigningName;

        return new Endpoint($"https://{string.Join('.', [host, .. Label(home), suffix])}", SignedFor(home.Region), headersJson: null);
    }

    private ServiceHome HomeOf(Partition partition, string wanted, bool isDualStack) =>
        service.IsGlobal
            ? service.OwnHome(partition.name, isDualStack) ?? new ServiceHome(partition.implicitGlobalRegion, partition.implicitGlobalRegion)
            : new ServiceHome(wanted, wanted);

    private static IEnumerable<string> Label(ServiceHome home) => home.Label is { } label ? [label] : [];

    private string SignedFor(string region) =>
        $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{service.SigningName}}","signingRegion":"{{region}}"}]}""";
}
