using Amazon;
using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>
/// The SDK's client settings for a service that it has a package for; for the others <see cref="ServiceConfig"/> has the same.
/// </summary>
internal static class PackageConfig
{
    /// <summary>The settings, with region, address, profile and retries as they were settled.</summary>
    public static T Settle<T>(T config, AwsReach reach)
        where T : ClientConfig
    {
        // Any other mode may be "auto", which asks the EC2 metadata.
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.Profile = reach.Profile;
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(reach.Region);
        // A retry may come after a long pause: it signs with the keys, and the time, of then.
        config.ResignRetries = true;
        if (reach.EndpointUrl is { } url)
        {
            config.ServiceURL = url.AbsoluteUri;
        }

        // Also true where the environment or the profile names the address: the signature's region cannot be read from it.
        if (config.ServiceURL is not null)
        {
            config.AuthenticationRegion = reach.Region;
        }

        if (reach.Patience?.Mode is { } mode)
        {
            config.RetryMode = mode;
        }

        if (reach.Patience?.Attempts is { } attempts)
        {
            config.MaxErrorRetry = attempts - 1;
        }

        return config;
    }
}
