namespace SonraiControlTower;

/// <summary>The difference between the organization, the roles and the registrations, as a reading without any change has it.</summary>
public sealed record SyncDrift
{
    internal SyncDrift(RollOutWork work) => Work = work;

    /// <summary>Accounts with nothing to do: in sync, not to be monitored, or gone.</summary>
    public required IReadOnlyList<AccountSyncResult> Known { get; init; }

    /// <summary>Accounts that lack something.</summary>
    public required IReadOnlyList<AccountDrift> Open { get; init; }

    /// <summary>What is to be known before anything is done.</summary>
    public IReadOnlyList<RollOutNotice> Notices => Work.Notices;

    internal RollOutWork Work { get; }
}

/// <summary>An account that lacks something.</summary>
/// <param name="Account">The account.</param>
/// <param name="Needs">Words of <see cref="AccountNeed"/>.</param>
/// <param name="Existing">Its registration; null where there is none.</param>
public sealed record AccountDrift(OrgAccount Account, IReadOnlyList<string> Needs, SonraiAccount? Existing)
{
    /// <summary>What is to be done, in words.</summary>
    public string Action => (NeedsRole, NeedsRegistration) switch
    {
        (true, true) => "Install the role, prove it, and register the account",
        (true, false) => "Install the role and prove it",
        _ => "Prove the role and register the account",
    };

    /// <summary>The drift as it stands while nothing is done about it.</summary>
    public AccountSyncResult Report() => End(AccountSyncStatus.Drifted, null);

    internal bool NeedsRole => Needs.Contains(AccountNeed.Role);

    internal bool NeedsRegistration => Needs.Contains(AccountNeed.Registration);

    internal AccountSyncResult End(string status, string? reason) => new()
    {
        AccountId = Account.AccountId,
        Name = Account.Name,
        Status = status,
        Needs = Needs,
        Reason = reason,
        Collector = Existing?.Collector,
        RoleArn = Existing?.RoleArn,
        Srn = Existing?.Srn,
    };
}
