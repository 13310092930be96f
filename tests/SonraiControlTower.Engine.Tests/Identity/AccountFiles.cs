using System.Text;

namespace SonraiControlTower.Engine.Tests.Identity;

/// <summary>Files as the AWS CLI writes them, in a folder that goes when the test is over.</summary>
internal sealed class AccountFiles : IDisposable
{
    public const string Account = "111122223333";

    /// <summary>One of everything: a user in a group, a role with a boundary, AWS's and own policies, inline ones.</summary>
    public const string Details = """
        {
            "UserDetailList": [{
                "Path": "/", "UserName": "ada", "UserId": "AIDAADA", "Arn": "arn:aws:iam::111122223333:user/ada", "CreateDate": "2024-01-02T10:00:00+00:00",
                "UserPolicyList": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}],
                "GroupList": ["readers"],
                "AttachedManagedPolicies": [{"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
                "Tags": [{"Key": "Team", "Value": "blue"}]
            }],
            "GroupDetailList": [{
                "Path": "/", "GroupName": "readers", "GroupId": "AGPAREADERS", "Arn": "arn:aws:iam::111122223333:group/readers", "CreateDate": "2024-01-02T10:00:00+00:00",
                "GroupPolicyList": [],
                "AttachedManagedPolicies": [{"PolicyName": "logs", "PolicyArn": "arn:aws:iam::111122223333:policy/team/logs"}]
            }],
            "RoleDetailList": [{
                "Path": "/app/", "RoleName": "web", "RoleId": "AROAWEB", "Arn": "arn:aws:iam::111122223333:role/app/web", "CreateDate": "2025-03-04T05:06:07Z",
                "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
                "InstanceProfileList": [{"Path": "/", "InstanceProfileName": "web", "Arn": "arn:aws:iam::111122223333:instance-profile/web", "Roles": [{"Arn": "arn:aws:iam::111122223333:role/app/web"}]}],
                "RolePolicyList": [],
                "AttachedManagedPolicies": [{"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
                "PermissionsBoundary": {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/team/logs"},
                "Tags": [],
                "RoleLastUsed": {"LastUsedDate": "2026-02-03T04:05:06+00:00", "Region": "us-east-1"}
            }],
            "Policies": [
                {"PolicyName": "ReadOnlyAccess", "Arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "DefaultVersionId": "v2", "PolicyVersionList": [
                    {"Document": {"Version": "2012-10-17", "Statement": [{"Sid": "Now", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}, "VersionId": "v2", "IsDefaultVersion": true},
                    {"Document": {"Version": "2012-10-17", "Statement": [{"Sid": "Once", "Effect": "Allow", "Action": "*", "Resource": "*"}]}, "VersionId": "v1", "IsDefaultVersion": false}]},
                {"PolicyName": "logs", "Arn": "arn:aws:iam::111122223333:policy/team/logs", "DefaultVersionId": "v1", "PolicyVersionList": [
                    {"Document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "logs:*", "Resource": "*"}}, "VersionId": "v1", "IsDefaultVersion": true}]}
            ]
        }
        """;

    public string Folder { get; } = Directory.CreateTempSubdirectory("identities-").FullName;

    public List<Problem> Problems { get; } = [];

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<IReadOnlyList<SonraiIdentityImport>> ImportAsync(LocalIdentities into, string? path = null)
    {
        List<SonraiIdentityImport> imports = [];
        await foreach (var import in into.ImportAsync(path ?? Folder, Problems.Add, default))
        {
            imports.Add(import);
        }

        return imports;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
