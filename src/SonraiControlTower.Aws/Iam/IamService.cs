using SonraiControlTower.Aws.Iam.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.Iam;

/// <summary>AWS IAM and the operations of it that we call.</summary>
internal static class IamService
{
    /// <summary>
    /// One address for each partition. Source: the rules that AWS publishes with its SDKs, botocore's
    /// <see href="https://github.com/boto/botocore/tree/develop/botocore/data/iam/2010-05-08">endpoint-rule-set-1.json</see>.
    /// </summary>
    public static AwsService Service { get; } = new("IAM", "iam", "2010-05-08", IsGlobal: true)
    {
        OwnProblem = IamProblems.Of,
        IsPlainFipsInGovCloud = _ => true,
        OwnHome = (partition, dualStack) => (partition, dualStack) switch
        {
            ("aws", false) => new(null, "us-east-1"),
            ("aws", true) => new("global", "us-east-1"),
            ("aws-cn", false) => new("cn-north-1", "cn-north-1"),
            ("aws-cn", true) => new("global", "cn-north-1"),
            ("aws-us-gov", _) => new("us-gov", "us-gov-west-1"),
            _ => null,
        },
    };

    public static QueryOperation<IamRole> GetRole { get; } = new(nameof(GetRole), result => RoleXml.Role(result.Structure("Role")));

    public static QueryOperation<IamRole> CreateRole { get; } =
        new(nameof(CreateRole), result => RoleXml.Role(result.Structure("Role")), Sending.Once);

    public static QueryOperation<Done> UpdateAssumeRolePolicy { get; } = new(nameof(UpdateAssumeRolePolicy), Done.Read);

    public static QueryOperation<Done> UpdateRole { get; } = new(nameof(UpdateRole), Done.Read);

    public static QueryOperation<Done> TagRole { get; } = new(nameof(TagRole), Done.Read);

    public static QueryOperation<Done> PutRolePermissionsBoundary { get; } = new(nameof(PutRolePermissionsBoundary), Done.Read);

    public static QueryOperation<Done> DeleteRolePermissionsBoundary { get; } = new(nameof(DeleteRolePermissionsBoundary), Done.Read);

    public static QueryOperation<Done> DeleteRole { get; } = new(nameof(DeleteRole), Done.Read);

    public static QueryOperation<QueryPage<string>> ListInstanceProfilesForRole { get; } =
        new(nameof(ListInstanceProfilesForRole), QueryPage.WithMarker("InstanceProfiles", profile => profile.Text("InstanceProfileName")));

    public static QueryOperation<Done> AddRoleToInstanceProfile { get; } = new(nameof(AddRoleToInstanceProfile), Done.Read, Sending.Once);

    public static QueryOperation<Done> RemoveRoleFromInstanceProfile { get; } = new(nameof(RemoveRoleFromInstanceProfile), Done.Read);

    public static QueryOperation<IamUser> GetUser { get; } = new(nameof(GetUser), result => UserXml.User(result.Structure("User")));

    public static QueryOperation<IamUser> CreateUser { get; } =
        new(nameof(CreateUser), result => UserXml.User(result.Structure("User")), Sending.Once);

    public static QueryOperation<Done> DeleteUser { get; } = new(nameof(DeleteUser), Done.Read);

    public static QueryOperation<Done> PutUserPermissionsBoundary { get; } = new(nameof(PutUserPermissionsBoundary), Done.Read);

    public static QueryOperation<QueryPage<string>> ListGroupsForUser { get; } =
        new(nameof(ListGroupsForUser), QueryPage.WithMarker("Groups", group => group.Text("GroupName")));

    public static QueryOperation<Done> AddUserToGroup { get; } = new(nameof(AddUserToGroup), Done.Read);

    public static QueryOperation<Done> RemoveUserFromGroup { get; } = new(nameof(RemoveUserFromGroup), Done.Read);

    public static QueryOperation<object> GetLoginProfile { get; } = new(nameof(GetLoginProfile), result => result.Structure("LoginProfile"));

    public static QueryOperation<Done> DeleteLoginProfile { get; } = new(nameof(DeleteLoginProfile), Done.Read);

    public static QueryOperation<QueryPage<AccessKey>> ListAccessKeys { get; } =
        new(nameof(ListAccessKeys), QueryPage.WithMarker("AccessKeyMetadata", UserXml.Key));

    public static QueryOperation<KeyUse> GetAccessKeyLastUsed { get; } = new(nameof(GetAccessKeyLastUsed), UserXml.Use);

    public static QueryOperation<Done> UpdateAccessKey { get; } = new(nameof(UpdateAccessKey), Done.Read);

    public static QueryOperation<Done> DeleteAccessKey { get; } = new(nameof(DeleteAccessKey), Done.Read);

    public static QueryOperation<QueryPage<string>> ListMfaDevices { get; } =
        new("ListMFADevices", QueryPage.WithMarker("MFADevices", device => device.Text("SerialNumber")));

    public static QueryOperation<Done> DeactivateMfaDevice { get; } = new("DeactivateMFADevice", Done.Read);

    public static QueryOperation<QueryPage<string>> ListSigningCertificates { get; } =
        new(nameof(ListSigningCertificates), QueryPage.WithMarker("Certificates", certificate => certificate.Text("CertificateId")));

    public static QueryOperation<Done> DeleteSigningCertificate { get; } = new(nameof(DeleteSigningCertificate), Done.Read);

    public static QueryOperation<QueryPage<string>> ListSshPublicKeys { get; } =
        new("ListSSHPublicKeys", QueryPage.WithMarker("SSHPublicKeys", key => key.Text("SSHPublicKeyId")));

    public static QueryOperation<Done> DeleteSshPublicKey { get; } = new("DeleteSSHPublicKey", Done.Read);

    public static QueryOperation<QueryPage<string>> ListServiceSpecificCredentials { get; } = new(
        nameof(ListServiceSpecificCredentials),
        QueryPage.WithMarker("ServiceSpecificCredentials", credential => credential.Text("ServiceSpecificCredentialId")));

    public static QueryOperation<Done> DeleteServiceSpecificCredential { get; } = new(nameof(DeleteServiceSpecificCredential), Done.Read);

    public static QueryOperation<QueryPage<ManagedPolicy>> ListPolicies { get; } =
        new(nameof(ListPolicies), QueryPage.WithMarker("Policies", PolicyXml.Policy));

    public static QueryOperation<QueryPage<IamIdentity>> ListEntitiesForPolicy { get; } =
        new(nameof(ListEntitiesForPolicy), result => new(UserXml.Identities(result), QueryPage.MarkerOf(result)));

    public static QueryOperation<Done> TagPolicy { get; } = new(nameof(TagPolicy), Done.Read);

    public static QueryOperation<ManagedPolicy> GetPolicy { get; } = new(nameof(GetPolicy), result => PolicyXml.Policy(result.Structure("Policy")));

    public static QueryOperation<ManagedPolicy> CreatePolicy { get; } =
        new(nameof(CreatePolicy), result => PolicyXml.Policy(result.Structure("Policy")), Sending.Once);

    public static QueryOperation<Done> DeletePolicy { get; } = new(nameof(DeletePolicy), Done.Read);

    public static QueryOperation<PolicyVersion> GetPolicyVersion { get; } =
        new(nameof(GetPolicyVersion), result => PolicyXml.Version(result.Structure("PolicyVersion")));

    public static QueryOperation<QueryPage<PolicyVersion>> ListPolicyVersions { get; } =
        new(nameof(ListPolicyVersions), QueryPage.WithMarker("Versions", PolicyXml.Version));

    public static QueryOperation<PolicyVersion> CreatePolicyVersion { get; } =
        new(nameof(CreatePolicyVersion), result => PolicyXml.Version(result.Structure("PolicyVersion")), Sending.Once);

    public static QueryOperation<Done> SetDefaultPolicyVersion { get; } = new(nameof(SetDefaultPolicyVersion), Done.Read);

    public static QueryOperation<Done> DeletePolicyVersion { get; } = new(nameof(DeletePolicyVersion), Done.Read);

    public static QueryOperation<QueryPage<IamEntity>> GetAccountAuthorizationDetails { get; } =
        new(nameof(GetAccountAuthorizationDetails), EntityXml.Page);
}
