namespace SonraiControlTower.Sandbox;

/// <summary>Somebody who asks AWS for something: a user, a role's session, or a service.</summary>
/// <param name="Account">The account that the keys belong to.</param>
/// <param name="Arn">Who, as denial messages have it.</param>
/// <param name="PrincipalArn">The user or the role behind the session (<c>aws:PrincipalArn</c>).</param>
/// <param name="Identity">The user or role whose policies count.</param>
/// <param name="UserId">AWS's own id.</param>
internal sealed record Caller(AccountId Account, string Arn, string PrincipalArn, IamIdentity Identity, string UserId)
{
    /// <summary>The policy that narrows the session; null for none.</summary>
    public PolicyDocument? SessionPolicy { get; init; }

    /// <summary>The service, if it is one that acts for itself.</summary>
    public string? Service { get; init; }

    /// <summary>True for a session of a role, from which another role can be assumed for an hour at most.</summary>
    public bool IsRoleSession { get; init; }

    public static Caller SessionOf(AccountId account, RoleState role, string sessionName, string partition) => new(
        account,
        $"arn:{partition}:sts::{account}:assumed-role/{role.Name}/{sessionName}",
        role.Arn,
        IamIdentity.Role(role.Name),
        $"{role.Id}:{sessionName}")
    { IsRoleSession = true };

    /// <summary>AWS CloudFormation itself, as it takes a role in the administrator's account.</summary>
    public static Caller CloudFormation(AccountId account) => OfService("cloudformation", account);

    /// <summary>A service that acts for itself on behalf of an account.</summary>
    public static Caller OfService(string name, AccountId account) =>
        new(account, $"{name}.amazonaws.com", $"{name}.amazonaws.com", IamIdentity.Role(name), name) { Service = $"{name}.amazonaws.com" };
}
