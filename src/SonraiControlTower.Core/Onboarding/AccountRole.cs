namespace SonraiControlTower;

/// <summary>The ARNs of roles in registered accounts: <c>arn:PARTITION:iam::ACCOUNT:role/NAME</c>.</summary>
internal static class AccountRole
{
    /// <summary>The ARN of the role that has this name in an account.</summary>
    public static string Arn(string partition, string accountId, string name) => $"arn:{partition}:iam::{accountId}:role/{name}";

    /// <summary>The partition that a role's ARN names; null where it is none.</summary>
    public static string? PartitionOf(string? arn) =>
        arn?.Split(':') is ["arn", { Length: > 0 } partition, "iam", ..] ? partition : null;
}
