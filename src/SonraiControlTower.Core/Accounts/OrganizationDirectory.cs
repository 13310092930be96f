namespace SonraiControlTower;

/// <summary>
/// Tells which accounts belong to the organization, and in which state, from one <c>ListAccounts</c> read on first need. It answers for bare
/// ids, such as the rows of a CSV file: what a row says of an account's state may be months old.
/// </summary>
public sealed class OrganizationDirectory(IOrganizations organizations)
{
    private Organization? _organization;
    private Dictionary<AccountId, OrgAccount>? _accounts;

    /// <summary>The organization itself; asked once.</summary>
    public async ValueTask<Organization> GetOrganizationAsync(CancellationToken cancellationToken) =>
        _organization ??= await organizations.DescribeOrganizationAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The account of that id; null if the organization has none.</summary>
    public async ValueTask<OrgAccount?> FindAsync(AccountId id, CancellationToken cancellationToken)
    {
        _accounts ??= await organizations.ListAccountsAsync(cancellationToken)
            .ToDictionaryAsync(account => AccountId.Parse(account.AccountId), cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return _accounts.GetValueOrDefault(id);
    }
}
