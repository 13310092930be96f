namespace SonraiControlTower;

/// <summary>What every account of one run is registered with.</summary>
/// <param name="Collector">The collector that shall read the accounts.</param>
/// <param name="RoleName">The name of the role that the collector assumes, the same in every account.</param>
/// <param name="BotRoleName">The name of the role for remediation bots; null for none.</param>
/// <param name="Partition"><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> or another of AWS's partitions, for accounts whose ARN is not known.</param>
public sealed record RegistrationPlan(SonraiCollector Collector, string RoleName, string? BotRoleName, string Partition = "aws")
{
    /// <summary>The role name of Sonrai's own Control Tower integration.</summary>
    public const string DefaultRoleName = "sonrai-collector-role";

    /// <summary>The path of both roles: <c>/</c>, or <c>/…/</c>.</summary>
    public string RolePath
    {
        get;
        init => field = AwsNames.IamPath(value);
    } = "/";

    internal RegistrationRequest RequestFor(OrgAccount account, DateTimeOffset runAt)
    {
        var partition = AccountArn.TryParse(account.Arn)?.Partition ?? Partition;
        return new RegistrationRequest(
            AccountId.Parse(account.AccountId),
            RoleArn(RoleName),
            BotRoleName is null ? null : RoleArn(BotRoleName),
            runAt);

        string RoleArn(string name) => $"arn:{partition}:iam::{account.AccountId}:role{RolePath}{name}";
    }
}
