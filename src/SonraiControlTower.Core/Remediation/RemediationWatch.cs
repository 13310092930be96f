using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Looks whether anybody misses what remediations have taken away: a call of a removed action that was denied since opens the ticket again. It is told
/// once, until there is a newer such call. Of a group its members are looked at, as far as they are known here.
/// </summary>
public sealed class RemediationWatch(IRemediationJournal journal, IAnalysis analysis, IDig dig)
{
    private readonly RemediationTickets _tickets = new(dig.Tickets);

    /// <summary>What has been found, remediation by remediation.</summary>
    public async IAsyncEnumerable<RemediationRegression> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var remediation in journal.ReadAll().Where(one => one.Status == RemediationStatus.Applied))
        {
            var members = await analysis.Identities.ListMembersAsync(remediation.IdentityArn, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            var denied = await analysis.Activity.ListAsync(new ActivityQuery { Principals = [remediation.IdentityArn, .. members] }, cancellationToken)
                .Where(one => one.LastDeniedAt > remediation.AppliedAt && IsRemoved(remediation, one.Action))
                .OrderBy(one => one.Action, StringComparer.Ordinal)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            if (denied.Count == 0)
            {
                continue;
            }

            var reason = $"Denied since it was applied: {string.Join(", ", denied.Select(one => Told(remediation, one)))}.";
            if (remediation.Reason == reason || !journal.TryWrite(remediation with { Reason = reason }))
            {
                continue;
            }

            var problem = await _tickets.ReopenAsync(
                remediation, $"{reason} Undo-SonraiRemediation {remediation.Id} gives the identity back what it had.", cancellationToken).ConfigureAwait(false);
            yield return new(remediation with { Reason = reason, Revision = remediation.Revision + 1 }, [.. denied.Select(one => one.Action).Distinct()], problem);
        }
    }

    private static string Told(SonraiRemediation remediation, SonraiActivity denied)
    {
        var who = denied.PrincipalArn == remediation.IdentityArn ? "" : $"to {IamArn.NameOf(denied.PrincipalArn)}, ";
        return FormattableString.Invariant($"{denied.Action} ({who}{denied.LastDeniedAt:yyyy-MM-dd HH:mm})");
    }

    private static bool IsRemoved(SonraiRemediation remediation, string action) =>
        remediation.Policies.Any(policy => PolicyActions.Names(policy.Before, action))
        && !remediation.Policies.SelectMany(policy => policy.After).Any(document => PolicyActions.Names(document, action));
}

/// <summary>That somebody misses what a remediation has taken away.</summary>
/// <param name="Remediation">The remediation.</param>
/// <param name="Actions">The removed actions that were denied since.</param>
/// <param name="Problem">Why the ticket could not be opened again; null where it is open.</param>
public sealed record RemediationRegression(SonraiRemediation Remediation, IReadOnlyList<string> Actions, Problem? Problem);
