namespace SonraiControlTower.Sandbox;

/// <summary>
/// The role of a collector that was tried out in the security account, and taken down the day before the session: the engine saw it when it last looked,
/// and IAM has it no more, so that a roll-out meets no role of its name.
/// </summary>
internal static class CollectorTrial
{
    private static readonly TimeSpan _age = TimeSpan.FromDays(120);
    private static readonly TimeSpan _lastUse = TimeSpan.FromDays(1);

    /// <summary>What IAM told of the account then.</summary>
    public static IEnumerable<IamEntity> Seen(AccountIam iam, DateTimeOffset now)
    {
        var readOnly = iam.AwsPolicyArn("ReadOnlyAccess");
        return
        [
            .. AuthorizationDetails.Of(iam, []).Where(entity => entity is not IamRoleDetail { Role.Name: RegistrationPlan.DefaultRoleName }),
            Role(iam, readOnly, now),
            .. iam.Identities.Any(identity => identity.Attached.Any(policy => policy.Arn == readOnly)) ? Array.Empty<IamEntity>() : [Policy(iam, readOnly)],
        ];
    }

    private static IamRoleDetail Role(AccountIam iam, string policyArn, DateTimeOffset now) => new(new IamRole
    {
        Name = RegistrationPlan.DefaultRoleName,
        Arn = $"{policyArn.Split("iam::")[0]}iam::{iam.Account}:role/{RegistrationPlan.DefaultRoleName}",
        RoleId = StableId.Of("AROA", RegistrationPlan.DefaultRoleName),
        Path = "/",
        TrustPolicy = new PolicyDocument(
            $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{{iam.Account}}}}"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"trial"}}}]}"""),
        CreatedAt = now - _age,
        LastUsedAt = now - _lastUse,
    })
    {
        AttachedPolicies = [new AttachedPolicy("ReadOnlyAccess", policyArn)],
    };

    private static IamPolicyDetail Policy(AccountIam iam, string arn) =>
        new(PolicyService.Describe(iam, arn)!) { Versions = [.. PolicyService.Versions(iam, arn)!] };
}
