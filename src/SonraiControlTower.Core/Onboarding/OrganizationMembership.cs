namespace SonraiControlTower;

/// <summary>
/// Tells whether an account that is to be registered belongs to the session's organization, and in which state it is. Where the organization
/// cannot be asked, because this machine has no AWS credentials for it, accounts are taken as they are given, with one warning.
/// </summary>
/// <param name="open">Opens the organization; called on the first account.</param>
public sealed class OrganizationMembership(Func<CancellationToken, Task<IOrganizations>> open)
{
    private OrganizationDirectory? _directory;
    private bool _opened;
    private string? _warning;

    /// <summary>The warning that is due, once.</summary>
    public string? TakeWarning() => Interlocked.Exchange(ref _warning, null);

    /// <summary>
    /// The account as the organization has it. An account that came from the organization's own listing is believed; a bare id is looked up, for
    /// what a file says of it may be months old. The problem is <c>AccountNotInOrganization</c> or null.
    /// </summary>
    public async ValueTask<(OrgAccount Account, Problem? Problem)> ResolveAsync(
        AccountId id, OrgAccount? given, CancellationToken cancellationToken)
    {
        var taken = given ?? new OrgAccount { AccountId = id.ToString(), Name = id.ToString(), Status = OrgAccount.Active };
        if (await TryOpenAsync(cancellationToken).ConfigureAwait(false) is not { } directory)
        {
            return (taken, null);
        }

        var organization = await directory.GetOrganizationAsync(cancellationToken).ConfigureAwait(false);
        if (given?.OrganizationId is { } stated)
        {
            return (given, stated == organization.Id ? null : AccountProblems.NotInOrganization(id, organization.Id));
        }

        return await directory.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } known
            ? (known, null)
            : (taken, AccountProblems.NotInOrganization(id, organization.Id));
    }

    private async ValueTask<OrganizationDirectory?> TryOpenAsync(CancellationToken cancellationToken)
    {
        if (_opened)
        {
            return _directory;
        }

        try
        {
            var directory = new OrganizationDirectory(await open(cancellationToken).ConfigureAwait(false));
            await directory.GetOrganizationAsync(cancellationToken).ConfigureAwait(false);
            _directory = directory;
        }
        catch (SonraiException exception) when (exception.Problem.Kind is ProblemKind.NotConnected or ProblemKind.NotAllowed)
        {
            _warning = $"The organization could not be asked, so the accounts are taken as they are given. {exception.Message}";
        }

        _opened = true;
        return _directory;
    }
}
