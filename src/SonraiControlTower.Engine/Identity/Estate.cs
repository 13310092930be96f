namespace SonraiControlTower.Engine;

/// <summary>The identities that are known, account by account, with the policies above them. It does not change; an import makes another.</summary>
/// <param name="Accounts">The accounts, in the order of their ids.</param>
/// <param name="Organization">The policies of the organization; null where nothing is known of it.</param>
internal sealed record Estate(IReadOnlyList<AccountIdentities> Accounts, OrganizationPolicies? Organization)
{
    public static Estate Empty { get; } = new([], null);

    /// <summary>Users and roles, account by account.</summary>
    public IEnumerable<Principal> Principals => Accounts.SelectMany(account => account.Principals);

    /// <summary>The users that are in a group; none for what is no group that is known.</summary>
    public IEnumerable<Principal> MembersOf(string groupArn) =>
        from account in Accounts
        from held in account.Groups
        where held.Arn == groupArn
        from user in account.Principals
        where user.Groups.Contains(held.Name, StringComparer.OrdinalIgnoreCase)
        select user;

    public Guardrails GuardrailsOf(AccountId account) => Accounts.FirstOrDefault(one => one.Account == account)?.Guardrails ?? Guardrails.None;
}

/// <summary>The identities of one account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Principals">Users and roles, in the order of their ARNs.</param>
/// <param name="Groups">Groups, in the order of their ARNs.</param>
/// <param name="Guardrails">The policies of the organization over it.</param>
internal sealed record AccountIdentities(
    AccountId Account, IReadOnlyList<Principal> Principals, IReadOnlyList<Principal> Groups, Guardrails Guardrails);
