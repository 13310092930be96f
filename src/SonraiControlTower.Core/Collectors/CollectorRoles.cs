namespace SonraiControlTower;

/// <summary>
/// Recognizes the roles that collectors read accounts through: by the name that Sonrai's own integration gives them, and by what accounts are
/// registered with. The registrations are read once, when a role of another name is first asked about.
/// </summary>
public sealed class CollectorRoles(IDig dig)
{
    private HashSet<(string Account, string Role)>? _registered;

    /// <summary>Why the registrations could not be read, so that only the usual name counts; null where they were, or were not needed.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>Whether the role of an account is a collector's.</summary>
    public async ValueTask<bool> IncludesAsync(string account, string roleName, CancellationToken cancellationToken) =>
        roleName == RegistrationPlan.DefaultRoleName
        || (_registered ??= await ReadAsync(cancellationToken).ConfigureAwait(false)).Contains((account, roleName));

    private async Task<HashSet<(string Account, string Role)>> ReadAsync(CancellationToken cancellationToken)
    {
        var roles = new HashSet<(string, string)>();
        try
        {
            await foreach (var collector in dig.Collectors.ListAsync(cancellationToken).ConfigureAwait(false))
            {
                await foreach (var account in dig.CloudAccounts.ListAsync(collector, cancellationToken).ConfigureAwait(false))
                {
                    if (account.RoleArn is { } arn)
                    {
                        roles.Add((account.AccountId, arn[(arn.LastIndexOf('/') + 1)..]));
                    }
                }
            }
        }
        catch (SonraiException exception)
        {
            // Whoever may read tickets need not be allowed to read registrations.
            Problem = exception.Problem;
        }

        return roles;
    }
}
