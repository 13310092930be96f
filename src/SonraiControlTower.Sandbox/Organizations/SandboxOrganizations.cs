using System.Runtime.CompilerServices;

namespace SonraiControlTower.Sandbox;

/// <summary>AWS Organizations of a landing zone in memory: pages, throttling and errors as AWS has them.</summary>
public sealed class SandboxOrganizations : IOrganizations
{
    private readonly LandingZone _zone;
    private readonly OrganizationsService _service;
    private readonly Throttle _throttle;

    /// <param name="zone">The landing zone; its clock is the one that throttling goes by.</param>
    /// <param name="rate">How often each operation may be called; null for <see cref="RequestRate.Usual"/>.</param>
    public SandboxOrganizations(LandingZone zone, RequestRate? rate = null)
        : this(zone, rate, counts: null)
    {
    }

    internal SandboxOrganizations(LandingZone zone, RequestRate? rate, RequestCounts? counts)
    {
        ArgumentNullException.ThrowIfNull(zone);
        _zone = zone;
        _service = new OrganizationsService(zone);
        _throttle = new Throttle(rate ?? RequestRate.Usual, zone.Clock, counts);
    }

    public async Task<Organization> DescribeOrganizationAsync(CancellationToken cancellationToken)
    {
        await _throttle.PassAsync("DescribeOrganization", cancellationToken).ConfigureAwait(false);
        return _zone.Organization;
    }

    public IAsyncEnumerable<OrganizationalUnit> ListRootsAsync(CancellationToken cancellationToken) =>
        ReadPagesAsync("ListRoots", _service.ListRoots, cancellationToken)
            .Select(root => OrganizationalUnit.Root(root.Id, root.Name));

    public IAsyncEnumerable<OrganizationalUnit> ListOrganizationalUnitsForParentAsync(
        OrganizationalUnit parent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return ReadPagesAsync(
                "ListOrganizationalUnitsForParent",
                next => _service.ListOrganizationalUnitsForParent(parent.Id, next),
                cancellationToken)
            .Select(unit => parent.Child(unit.Id, unit.Name));
    }

    public IAsyncEnumerable<OrgAccount> ListAccountsAsync(CancellationToken cancellationToken) =>
        ReadPagesAsync("ListAccounts", _service.ListAccounts, cancellationToken);

    public IAsyncEnumerable<OrgAccount> ListAccountsForParentAsync(string parentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parentId);
        return ReadPagesAsync("ListAccountsForParent", next => _service.ListAccountsForParent(parentId, next), cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        string operation, Func<string?, Page<T>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            await _throttle.PassAsync(operation, cancellationToken).ConfigureAwait(false);
            var page = ask(next);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            next = page.NextToken;
        }
        while (next is not null);
    }
}
