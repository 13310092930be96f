using Amazon.SecurityToken;
using SonraiControlTower.Aws.Credentials;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Sts;

/// <summary>
/// The SDK's settings for STS as a service that is called. Other than STS as a source of credentials, it is where the caller's endpoint says.
/// </summary>
internal static class StsConfig
{
    public static AmazonSecurityTokenServiceConfig Of(AwsReach reach)
    {
        var config = Roles.StsOf(reach);
        if (reach.EndpointUrl is { } url)
        {
            config.ServiceURL = url.AbsoluteUri;
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
