using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// Lists an organization's accounts with their place in the tree: <c>ListAccountsForParent</c> for each organizational unit, and
/// <c>ListAccounts</c> once to pick up what moved between units meanwhile. It never asks for the parents of a single account: 10,000
/// accounts would be 10,000 requests against an API that throttles at a few a second.
/// </summary>
public sealed class OrganizationReader(IOrganizations organizations)
{
    /// <summary>
    /// Streams the accounts that the query asks for, each once, as the pages arrive. Stops reading as soon as every asked-for id was seen.
    /// </summary>
    /// <exception cref="SonraiException">
    /// <c>OrganizationalUnitNotFound</c>, <c>OrganizationalUnitAmbiguous</c>, or what the organization answers.
    /// </exception>
    public async IAsyncEnumerable<OrgAccount> ReadAsync(AccountQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var seen = new HashSet<AccountId>();
        var awaited = query.Ids.ToHashSet();

        await foreach (var account in ReadEveryPlaceAsync(query, cancellationToken).ConfigureAwait(false))
        {
            var id = AccountId.Parse(account.AccountId);
            if (seen.Add(id) && query.Accepts(account))
            {
                yield return account;
            }

            // An asked-for account that another filter turned away was seen all the same: there is no second one to wait for.
            if (awaited.Remove(id) && awaited.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Streams every organizational unit, each before the units below it, the root first.</summary>
    public async IAsyncEnumerable<OrganizationalUnit> ReadUnitsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var root in organizations.ListRootsAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var unit in DescendAsync(root, cancellationToken).ConfigureAwait(false))
            {
                yield return unit;
            }
        }
    }

    private async IAsyncEnumerable<OrganizationalUnit> DescendAsync(
        OrganizationalUnit unit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return unit;
        await foreach (var child in organizations.ListOrganizationalUnitsForParentAsync(unit, cancellationToken).ConfigureAwait(false))
        {
            await foreach (var below in DescendAsync(child, cancellationToken).ConfigureAwait(false))
            {
                yield return below;
            }
        }
    }

    private async IAsyncEnumerable<OrgAccount> ReadEveryPlaceAsync(
        AccountQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var account in ReadTreeAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return account;
        }

        // Where only some units are wanted, an account without a known unit cannot be one of theirs.
        if (query.OrganizationalUnits.Count > 0)
        {
            yield break;
        }

        await foreach (var account in organizations.ListAccountsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return account;
        }
    }

    private async IAsyncEnumerable<OrgAccount> ReadTreeAsync(
        AccountQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var units = query.OrganizationalUnits.Count == 0
            ? ReadUnitsAsync(cancellationToken)
            : ReadWantedUnitsAsync(query, cancellationToken);

        await foreach (var unit in units.ConfigureAwait(false))
        {
            await foreach (var account in organizations.ListAccountsForParentAsync(unit.Id, cancellationToken).ConfigureAwait(false))
            {
                yield return account with { OrganizationalUnitId = unit.Id, OrganizationalUnitPath = unit.Path };
            }
        }
    }

    private async IAsyncEnumerable<OrganizationalUnit> ReadWantedUnitsAsync(
        AccountQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A name is known to be ambiguous, or missing, only when the whole tree of units has been seen.
        var units = await ReadUnitsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var wanted = query.OrganizationalUnits.Select(text => Find(units, text)).Distinct().ToList();

        // INVARIANT: a unit is followed by everything below it. Paths cannot tell what is below, since a name may hold a slash.
        int? wantedDepth = null;
        foreach (var unit in units)
        {
            var below = unit.Depth > wantedDepth;
            if (below || wanted.Contains(unit))
            {
                wantedDepth = below || !query.Recurse ? wantedDepth : unit.Depth;
                yield return unit;
            }
            else
            {
                wantedDepth = null;
            }
        }
    }

    private static OrganizationalUnit Find(List<OrganizationalUnit> units, string text) =>
        units.FindAll(unit => unit.IsCalled(text)) switch
        {
            [var unit] => unit,
            [] => throw new SonraiException(AccountProblems.UnitNotFound(text, units)),
            var several => throw new SonraiException(AccountProblems.UnitAmbiguous(text, several)),
        };
}
