using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>A role of a profile (<c>role_arn</c>, <c>source_profile</c>, <c>external_id</c>), assumed at the settled region's STS.</summary>
internal sealed class TiedRole(AssumeRoleAWSCredentials role, AWSCredentials source, AwsReach reach)
    : AssumeRoleAWSCredentials(source, role.RoleArn, role.RoleSessionName, role.Options)
{
    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        using var sts = new AmazonSecurityTokenServiceClient(SourceCredentials, Roles.StsOf(reach));
        return State(((ICoreAmazonSTS)sts).CredentialsFromAssumeRoleAuthentication(RoleArn, RoleSessionName, Options));
    }

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var sts = new AmazonSecurityTokenServiceClient(SourceCredentials, Roles.StsOf(reach));
        return State(await ((ICoreAmazonSTS)sts).CredentialsFromAssumeRoleAuthenticationAsync(RoleArn, RoleSessionName, Options)
            .ConfigureAwait(false));
    }

    private static CredentialsRefreshState State(AssumeRoleImmutableCredentials keys) => new(keys, keys.Expiration);
}
