using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>The SDK's client settings for one of our services. What is not set here (retries, proxy, FIPS, configured endpoints) the SDK finds itself.</summary>
internal sealed class ServiceConfig : ClientConfig
{
    private readonly AwsService _service;

    public ServiceConfig(AwsService service, AwsReach reach)
        : base(new StandardDefaults())
    {
        _service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = new EndpointRules(service);
        Profile = reach.Profile;
        RegionEndpoint = RegionEndpoint.GetBySystemName(reach.Region);
        // A retry may come after a long pause: it signs with the keys, and the time, of then.
        ResignRetries = true;
        if (service.Timeout is { } timeout)
        {
            Timeout = timeout;
        }

        if (reach.Patience?.Mode is { } mode)
        {
            RetryMode = mode;
        }

        if (reach.Patience?.Attempts is { } attempts)
        {
            MaxErrorRetry = attempts - 1;
        }

        if (reach.EndpointUrl is { } url)
        {
            ServiceURL = url.AbsoluteUri;
        }

        // Also true where AWS_ENDPOINT_URL or the profile names the address. The signature's region cannot be read from such an address: left
        // alone, the SDK signs for us-east-1.
        if (ServiceURL is not null)
        {
            AuthenticationRegion = reach.Region;
        }
    }

    public override string RegionEndpointServiceName => _service.SigningName;

    public override string ServiceVersion => _service.Version;

    public override string UserAgent =>
        InternalSDKUtils.BuildUserAgentString(_service.Id, typeof(ServiceConfig).Assembly.GetName().Version?.ToString(3) ?? "0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointRules.ParametersOf(this));
}
