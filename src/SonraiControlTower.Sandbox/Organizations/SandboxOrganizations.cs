using System.Runtime.CompilerServices;

namespace SonraiControlTower.Sandbox;

/// <summary>AWS Organizations of a landing zone in memory: pages, throttling and errors as AWS has them.</summary>
public sealed class SandboxOrganizations : IOrganizations
{
    private const string Describe = "DescribeOrganization";
    private readonly LandingZone _zone;
    private readonly OrganizationsService _service;
    private readonly Throttle _throttle;
    private readonly Func<Caller>? _caller;

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
        _throttle = new Throttle(rate ?? RequestRate.Usual, zone.Clock, counts, zone.TakeThrottling);
    }

    private SandboxOrganizations(SandboxOrganizations shared, Func<Caller> caller) =>
        (_zone, _service, _throttle, _caller) = (shared._zone, shared._service, shared._throttle, caller);

    /// <summary>The same, as somebody sees it whose policies count.</summary>
    internal SandboxOrganizations As(Func<Caller> caller) => new(this, caller);

    public async Task<Organization> DescribeOrganizationAsync(CancellationToken cancellationToken)
    {
        await PassAsync(Describe, cancellationToken).ConfigureAwait(false);
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

    public IAsyncEnumerable<OrganizationPolicySummary> ListPoliciesAsync(string type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(type);
        return ReadPagesAsync("ListPolicies", next => _zone.Atomically(() => _service.ListPolicies(type, next)), cancellationToken)
            .Select(policy => new OrganizationPolicySummary(policy.Id, policy.Name, type, policy.IsAwsManaged));
    }

    public async Task<PolicyDocument?> DescribePolicyAsync(string policyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policyId);
        await PassAsync("DescribePolicy", cancellationToken).ConfigureAwait(false);
        return _zone.Atomically(() => _service.DescribePolicy(policyId)?.Document);
    }

    public IAsyncEnumerable<string> ListTargetsForPolicyAsync(string policyId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policyId);
        return ReadPagesAsync("ListTargetsForPolicy", next => _zone.Atomically(() => _service.ListTargetsForPolicy(policyId, next)), cancellationToken);
    }

    private async ValueTask PassAsync(string operation, CancellationToken cancellationToken)
    {
        if (_caller is null)
        {
            await _throttle.PassAsync(operation, cancellationToken).ConfigureAwait(false);
            return;
        }

        var desk = new ServiceDesk(_zone, _throttle, _caller, (_, _, _) => null);
        await desk.AskAsync(operation, caller => Demand(caller, operation), cancellationToken).ConfigureAwait(false);
    }

    // Organizations answers the management account and delegated administrators; every member may ask which organization it belongs to.
    private void Demand(Caller caller, string operation)
    {
        _zone.Authorizer.Demand(caller, $"organizations:{operation}", "*");
        if (operation != Describe && caller.Account != _zone.Management && !_zone.IsDelegated(caller.Account))
        {
            throw AwsFault.Denied("You don't have permissions to access this resource.");
        }
    }

    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        string operation, Func<string?, Page<T>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            await PassAsync(operation, cancellationToken).ConfigureAwait(false);
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
