using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// Sends the SDK's role credentials to the settled region's STS. Left alone they look for a region of their own, without regard to the
/// profile's or the caller's, and ask the EC2 metadata for it: slow off EC2, and wrong in GovCloud and China, whose STS is not that of us-east-1.
/// </summary>
internal static class Roles
{
    /// <summary>The same credentials, tied to the region; those that assume no role come back as they are.</summary>
    public static AWSCredentials Tie(AWSCredentials credentials, AwsReach reach) => credentials switch
    {
        AssumeRoleAWSCredentials { Options.MfaSerialNumber.Length: > 0 } => throw new SonraiException(AwsProblems.CredentialsUnusable(
            "the profile asks for an MFA code, which cannot be typed here; sign in with another tool and give its keys.")),
        AssumeRoleAWSCredentials role => new TiedRole(role, Tie(role.SourceCredentials, reach), reach),
        AssumeRoleWithWebIdentityCredentials role => new TiedWebIdentity(role, reach),
        _ => credentials,
    };

    /// <summary>STS of the settled region, or where the environment or the profile says that it is.</summary>
    public static AmazonSecurityTokenServiceConfig StsOf(AwsReach reach)
    {
        var config = new AmazonSecurityTokenServiceConfig
        {
            // Any other mode may be "auto", which asks the EC2 metadata.
            DefaultConfigurationMode = DefaultConfigurationMode.Standard,
            Profile = reach.Profile,
            RegionEndpoint = RegionEndpoint.GetBySystemName(reach.Region),
        };
        if (config.ServiceURL is not null)
        {
            config.AuthenticationRegion = reach.Region;
        }

        return config;
    }
}
