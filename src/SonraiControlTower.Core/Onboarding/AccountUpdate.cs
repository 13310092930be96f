namespace SonraiControlTower;

/// <summary>What Dig is told to change of one registration; what is not named stays as it is.</summary>
/// <param name="Account">The registration as it was when the change was considered.</param>
public sealed record AccountUpdate(SonraiAccount Account)
{
    /// <summary>The role that the collector shall assume; null to leave it.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The role that remediation bots shall assume; null to leave it.</summary>
    public string? BotRoleArn { get; init; }

    /// <summary>True where bots shall have no role any more.</summary>
    public bool RemovesBotRole { get; init; }

    /// <summary>True where a registration is as it shall be.</summary>
    public bool IsMetBy(SonraiAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return (RoleArn is null || RoleArn == account.RoleArn)
            && (BotRoleArn is null || BotRoleArn == account.BotRoleArn)
            && !(RemovesBotRole && account.BotRoleArn is not null);
    }
}
