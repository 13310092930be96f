namespace SonraiControlTower;

/// <summary>An integration that is looked at, and the ways to look; what several checks want is read once.</summary>
/// <param name="Aws">AWS.</param>
/// <param name="Dig">Dig.</param>
/// <param name="Access">How to reach the account and the region of the stack.</param>
/// <param name="Stack">The integration as its stack has it.</param>
/// <param name="Clock">The clock.</param>
internal sealed record CheckedIntegration(IAws Aws, IDig Dig, AwsAccess Access, SonraiIntegration Stack, TimeProvider Clock)
{
    private IReadOnlyList<OrgAccount>? _accounts;

    /// <summary>The accounts that can be worked with.</summary>
    public async Task<IReadOnlyList<OrgAccount>> ActiveAccountsAsync(CancellationToken cancellationToken)
    {
        if (_accounts is null)
        {
            var organizations = await Aws.OpenOrganizationsAsync(Access, cancellationToken).ConfigureAwait(false);
            _accounts = await organizations.ListAccountsAsync(cancellationToken).Where(account => account.IsActive)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        return _accounts;
    }

    /// <summary>Some accounts by name, and how many more.</summary>
    public static string Named(IReadOnlyCollection<string> accounts)
    {
        const int Shown = 5;
        return string.Join(", ", accounts.Take(Shown)) + (accounts.Count > Shown ? $" and {accounts.Count - Shown} more" : string.Empty);
    }
}
