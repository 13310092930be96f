using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>A role assumed with a web identity (EKS, GitHub Actions), at the settled region's STS.</summary>
internal sealed class TiedWebIdentity(AssumeRoleWithWebIdentityCredentials role, AwsReach reach)
    : AssumeRoleWithWebIdentityCredentials(role.WebIdentityTokenFile, role.RoleArn, role.RoleSessionName)
{
    protected override ICoreAmazonSTS CreateClient() =>
        new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), Roles.StsOf(reach));
}
