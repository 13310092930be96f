using System.Runtime.CompilerServices;
using SonraiControlTower.Aws.Organizations.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.Organizations;

/// <summary>AWS Organizations over the wire.</summary>
internal sealed class OrganizationsAdapter(AwsJsonClient client) : IOrganizations
{
    public async Task<Organization> DescribeOrganizationAsync(CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(OrganizationsService.DescribeOrganization, new NoInput(), cancellationToken).ConfigureAwait(false);
        return WireMapping.ToOrganization(answer.Organization);
    }

    public async IAsyncEnumerable<OrganizationalUnit> ListRootsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var roots = PagesOf<ListRootsAnswer, WireUnit>(OrganizationsService.ListRoots, null, cancellationToken);
        await foreach (var root in roots.ConfigureAwait(false))
        {
            yield return OrganizationalUnit.Root(root.Id, root.Name);
        }
    }

    public async IAsyncEnumerable<OrganizationalUnit> ListOrganizationalUnitsForParentAsync(
        OrganizationalUnit parent, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parent);
        var units = PagesOf<ListUnitsAnswer, WireUnit>(
            OrganizationsService.ListOrganizationalUnitsForParent, parent.Id, cancellationToken);
        await foreach (var unit in units.ConfigureAwait(false))
        {
            yield return parent.Child(unit.Id, unit.Name);
        }
    }

    public async IAsyncEnumerable<OrgAccount> ListAccountsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var accounts = PagesOf<ListAccountsAnswer, WireAccount>(OrganizationsService.ListAccounts, null, cancellationToken);
        await foreach (var account in accounts.ConfigureAwait(false))
        {
            yield return WireMapping.ToAccount(account, parentId: null);
        }
    }

    public async IAsyncEnumerable<OrgAccount> ListAccountsForParentAsync(
        string parentId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var accounts = PagesOf<ListAccountsAnswer, WireAccount>(OrganizationsService.ListAccountsForParent, parentId, cancellationToken);
        await foreach (var account in accounts.ConfigureAwait(false))
        {
            yield return WireMapping.ToAccount(account, parentId);
        }
    }

    public async IAsyncEnumerable<OrganizationPolicySummary> ListPoliciesAsync(
        string type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var policies = Paging.ReadAsync<ListPoliciesAnswer, WirePolicySummary>(
            (token, cancel) => client.SendAsync(OrganizationsService.ListPolicies, new ListPoliciesInput(type, token), cancel), cancellationToken);
        await foreach (var policy in policies.ConfigureAwait(false))
        {
            yield return WireMapping.ToSummary(policy);
        }
    }

    public async Task<PolicyDocument?> DescribePolicyAsync(string policyId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(OrganizationsService.DescribePolicy, new PolicyInput(policyId), cancellationToken).ConfigureAwait(false);
            return new PolicyDocument(answer.Policy.Content);
        }
        catch (SonraiException exception) when (Refusal.CodeOf(exception) == "PolicyNotFoundException")
        {
            return null;
        }
    }

    public async IAsyncEnumerable<string> ListTargetsForPolicyAsync(
        string policyId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var targets = Paging.ReadAsync<ListTargetsAnswer, WireTarget>(
            (token, cancel) => client.SendAsync(OrganizationsService.ListTargetsForPolicy, new PolicyInput(policyId, token), cancel), cancellationToken);
        await foreach (var target in targets.ConfigureAwait(false))
        {
            yield return target.TargetId;
        }
    }

    private IAsyncEnumerable<TItem> PagesOf<TPage, TItem>(
        JsonOperation<ListInput, TPage> operation, string? parentId, CancellationToken cancellationToken)
        where TPage : IPage<TItem> =>
        Paging.ReadAsync<TPage, TItem>(
            (token, cancel) => client.SendAsync(operation, new ListInput(parentId, token), cancel), cancellationToken);
}
