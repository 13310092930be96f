using Amazon.SecurityToken;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Sts;

/// <summary>
/// The SDK's settings for STS as a service that is called. Other than STS as a source of credentials, it is where the caller's endpoint says.
/// </summary>
internal static class StsConfig
{
    public static AmazonSecurityTokenServiceConfig Of(AwsReach reach) => PackageConfig.Settle(new AmazonSecurityTokenServiceConfig(), reach);
}
