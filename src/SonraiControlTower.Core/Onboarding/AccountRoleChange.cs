namespace SonraiControlTower;

/// <summary>What registered accounts shall be read and mended through from now on; what is not named stays as it is.</summary>
public sealed record AccountRoleChange
{
    private AccountRoleChange()
    {
    }

    /// <summary>The name of the role that the collector shall assume; null to leave it.</summary>
    public string? RoleName { get; private init; }

    /// <summary>The name of the role that remediation bots shall assume; null to leave it.</summary>
    public string? BotRoleName { get; private init; }

    /// <summary>True where bots shall have no role any more.</summary>
    public bool RemovesBotRole { get; private init; }

    /// <summary>The partition of accounts that do not tell theirs.</summary>
    public required string Partition { get; init; }

    /// <summary>What is done, such as <c>Have it read through the role sonrai-reader</c>.</summary>
    public string Action => $"Have it {string.Join(", and ", Parts)}";

    private IEnumerable<string> Parts =>
    [
        .. RoleName is null ? Array.Empty<string>() : [$"read through the role {RoleName}"],
        .. BotRoleName is null ? Array.Empty<string>() : [$"mended through the role {BotRoleName}"],
        .. RemovesBotRole ? ["mended through no role"] : Array.Empty<string>(),
    ];

    /// <exception cref="SonraiException"><c>NoRoleGiven</c>, <c>BotRoleContradicted</c>.</exception>
    public static AccountRoleChange Of(string? roleName, string? botRoleName, bool removesBotRole, string partition = "aws") =>
        botRoleName is not null && removesBotRole ? throw new SonraiException(AccountUpdateProblems.BotRoleContradicted(botRoleName))
        : roleName is null && botRoleName is null && !removesBotRole ? throw new SonraiException(AccountUpdateProblems.NoRoleGiven)
        : new AccountRoleChange { RoleName = roleName, BotRoleName = botRoleName, RemovesBotRole = removesBotRole, Partition = partition };

    /// <summary>The change of one registration. Its roles are named in the account's own partition.</summary>
    /// <param name="account">The registration as it is.</param>
    /// <param name="arn">The account's ARN in its organization, where it is known. It goes before what the registration says, for that may be what is wrong.</param>
    internal AccountUpdate For(SonraiAccount account, string? arn)
    {
        var partition = AccountArn.TryParse(arn)?.Partition
            ?? AccountRole.PartitionOf(account.RoleArn)
            ?? AccountRole.PartitionOf(account.BotRoleArn)
            ?? Partition;
        return new AccountUpdate(account)
        {
            RoleArn = RoleArn(RoleName),
            BotRoleArn = RoleArn(BotRoleName),
            RemovesBotRole = RemovesBotRole,
        };

        string? RoleArn(string? name) => name is null ? null : AccountRole.Arn(partition, account.AccountId, name);
    }
}
