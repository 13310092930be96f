namespace SonraiControlTower;

/// <summary>What Dig is told of an account that it shall monitor.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="RoleArn">The role that the collector assumes to read the account.</param>
/// <param name="BotRoleArn">The role that remediation bots assume; null where there is none. It is never the read-only collector role.</param>
/// <param name="RunAt">When the first discovery is due.</param>
public sealed record RegistrationRequest(AccountId AccountId, string RoleArn, string? BotRoleArn, DateTimeOffset RunAt)
{
    /// <summary>The mark that tells registrations made through this module from those made elsewhere.</summary>
    public const string RegisteredBy = "SonraiControlTower";
}
