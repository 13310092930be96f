using System.Collections.ObjectModel;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// GetAccountAuthorizationDetails: the users, the groups, the roles, the account's own managed policies, and of AWS's own those that somebody has
/// (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</see>).
/// </summary>
internal static class AuthorizationDetails
{
    public static IEnumerable<IamEntity> Of(AccountIam iam, IReadOnlyCollection<string> kinds)
    {
        bool Wants(string kind) => kinds.Count == 0 || kinds.Contains(kind);

        IEnumerable<IamEntity> users = Wants(IamKind.User) ? iam.Users.Select(User) : [];
        IEnumerable<IamEntity> groups = Wants(IamKind.Group) ? iam.Groups.Select(Group) : [];
        IEnumerable<IamEntity> roles = Wants(IamKind.Role) ? iam.Roles.Select(Role) : [];
        IEnumerable<IamEntity> own = Wants(IamKind.LocalManagedPolicy) ? iam.Policies.Select(policy => Policy(iam, policy.Arn)) : [];
        return [.. users, .. groups, .. roles, .. own, .. Wants(IamKind.AwsManagedPolicy) ? AwsOwn(iam) : []];
    }

    private static IEnumerable<IamEntity> AwsOwn(AccountIam iam) => iam.Identities
        .SelectMany(identity => identity.Attached.Select(policy => policy.Arn).Append(identity.BoundaryArn))
        .OfType<string>()
        .Distinct()
        .Where(arn => AwsManagedPolicies.Find(arn) is not null)
        .Order(StringComparer.Ordinal)
        .Select(arn => Policy(iam, arn));

    private static IamUserDetail User(IdentityState user) => new(user.Name, user.Arn, user.Id, user.Path, user.CreatedAt)
    {
        Groups = [.. user.Groups],
        InlinePolicies = user.InlinePolicies,
        AttachedPolicies = [.. user.Attached],
        PermissionsBoundaryArn = user.BoundaryArn,
        Tags = new Dictionary<string, string>(user.Tags),
    };

    private static IamGroupDetail Group(IdentityState group) => new(group.Name, group.Arn, group.Id, group.Path, group.CreatedAt)
    {
        InlinePolicies = group.InlinePolicies,
        AttachedPolicies = [.. group.Attached],
    };

    // AWS tells here neither the description nor how long a session may last.
    private static IamRoleDetail Role(RoleState role) => new(role.ToIamRole() with { Description = null, MaxSessionDuration = null })
    {
        InlinePolicies = role.InlinePolicies,
        AttachedPolicies = [.. role.Attached],
        InstanceProfileArns = role.InstanceProfileArns,
    };

    // Nor the tags of policies: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html
    private static IamPolicyDetail Policy(AccountIam iam, string arn) =>
        new(PolicyService.Describe(iam, arn)! with { Tags = ReadOnlyDictionary<string, string>.Empty }) { Versions = [.. PolicyService.Versions(iam, arn)!] };
}
