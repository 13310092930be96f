using System.Runtime.CompilerServices;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>An organization that gives its lists in pages and records every request.</summary>
internal sealed class FakeOrganizations(int pageSize = 20) : IOrganizations
{
    private readonly Dictionary<string, List<OrganizationalUnit>> _units = [];
    private readonly List<(string ParentId, OrgAccount Account)> _accounts = [];
    private readonly List<(OrganizationPolicySummary Summary, PolicyDocument? Document, List<string>? Targets)> _policies = [];

    public OrganizationalUnit Root { get; } = OrganizationalUnit.Root("r-root", "Root");

    /// <summary>What was asked, in order; a request for a further page ends in its number.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Called after each request was answered, with the number of requests so far.</summary>
    public Action<int> Answered { get; set; } = _ => { };

    public IReadOnlyList<string> AccountIds => [.. _accounts.Select(entry => entry.Account.AccountId)];

    public OrganizationalUnit AddUnit(OrganizationalUnit parent, string name)
    {
        var unit = parent.Child($"ou-root-{_units.Values.Sum(list => list.Count):D8}", name);
        Below(parent.Id).Add(unit);
        return unit;
    }

    public OrgAccount AddAccount(OrganizationalUnit parent, string? name = null, string status = OrgAccount.Active)
    {
        var id = (_accounts.Count + 1).ToString("D12");
        var account = new OrgAccount
        {
            AccountId = id,
            Name = name ?? $"Account {id}",
            Status = status,
            Arn = $"arn:aws:organizations::000000000001:account/o-exampleorgid/{id}",
        };
        _accounts.Add((parent.Id, account));
        return account;
    }

    /// <summary>The unit that an account is in; null for a stranger.</summary>
    public string? ParentOf(AccountId id) => _accounts.Find(entry => entry.Account.AccountId == id.ToString()).ParentId;

    /// <summary>The accounts of units and of the units below them, without a request.</summary>
    public IEnumerable<OrgAccount> Below(IReadOnlyCollection<string> unitIds) => _accounts
        .Where(entry => unitIds.Contains(entry.ParentId))
        .Select(entry => entry.Account with { OrganizationalUnitId = entry.ParentId })
        .Concat(unitIds.SelectMany(id => Below(id)).Select(unit => unit.Id).ToList() is { Count: > 0 } below ? Below(below) : []);

    /// <summary>Closes an account: it is SUSPENDED.</summary>
    public void Close(OrgAccount account)
    {
        var at = _accounts.FindIndex(entry => entry.Account.AccountId == account.AccountId);
        _accounts[at] = (_accounts[at].ParentId, _accounts[at].Account with { Status = "SUSPENDED" });
    }

    /// <summary>Takes an account out of the organization.</summary>
    public void Remove(OrgAccount account) => _accounts.RemoveAll(entry => entry.Account.AccountId == account.AccountId);

    public void Move(OrgAccount account, OrganizationalUnit parent)
    {
        // A moved account comes last where it arrives, so that a reader who passed meets it again, and one who has not may miss it.
        var at = _accounts.FindIndex(entry => entry.Account == account);
        _accounts.RemoveAt(at);
        _accounts.Add((parent.Id, account));
    }

    public Task<Organization> DescribeOrganizationAsync(CancellationToken cancellationToken)
    {
        Record("DescribeOrganization");
        return Task.FromResult(new Organization(
            "o-exampleorgid", "arn:aws:organizations::000000000001:organization/o-exampleorgid", "000000000001"));
    }

    public IAsyncEnumerable<OrganizationalUnit> ListRootsAsync(CancellationToken cancellationToken) =>
        PagesAsync<OrganizationalUnit>("ListRoots", () => [Root], cancellationToken);

    public IAsyncEnumerable<OrganizationalUnit> ListOrganizationalUnitsForParentAsync(
        OrganizationalUnit parent, CancellationToken cancellationToken) =>
        PagesAsync($"ListOrganizationalUnitsForParent {parent.Id}", () => Below(parent.Id), cancellationToken);

    public IAsyncEnumerable<OrgAccount> ListAccountsAsync(CancellationToken cancellationToken)
    {
        // All accounts in the order of their ids: a move does not change what a listing of the whole organization has.
        return PagesAsync<OrgAccount>(
            "ListAccounts", () => [.. _accounts.Select(entry => entry.Account).OrderBy(account => account.AccountId)], cancellationToken);
    }

    public IAsyncEnumerable<OrgAccount> ListAccountsForParentAsync(string parentId, CancellationToken cancellationToken) =>
        PagesAsync<OrgAccount>(
            $"ListAccountsForParent {parentId}",
            () => [.. _accounts.Where(entry => entry.ParentId == parentId).Select(entry => entry.Account)],
            cancellationToken);

    /// <summary>Makes a policy.</summary>
    public FakeOrganizations AddPolicy(string id, string type, string json, params string[] targets)
    {
        _policies.Add((new OrganizationPolicySummary(id, $"name of {id}", type, IsAwsManaged: false), new PolicyDocument(json), [.. targets]));
        return this;
    }

    /// <summary>Deletes a policy.</summary>
    public void RemovePolicy(string id) => _policies.RemoveAll(policy => policy.Summary.Id == id);

    public IAsyncEnumerable<OrganizationPolicySummary> ListPoliciesAsync(string type, CancellationToken cancellationToken) =>
        PagesAsync<OrganizationPolicySummary>(
            $"ListPolicies {type}", () => [.. _policies.Select(policy => policy.Summary).Where(summary => summary.Type == type)], cancellationToken);

    public Task<PolicyDocument?> DescribePolicyAsync(string policyId, CancellationToken cancellationToken)
    {
        Record($"DescribePolicy {policyId}");
        return Task.FromResult(_policies.Find(policy => policy.Summary.Id == policyId).Document);
    }

    public IAsyncEnumerable<string> ListTargetsForPolicyAsync(string policyId, CancellationToken cancellationToken) =>
        PagesAsync(
            $"ListTargetsForPolicy {policyId}",
            () => _policies.Find(policy => policy.Summary.Id == policyId).Targets ?? throw new SonraiException(AwsProblems.NotFound("ListTargetsForPolicy", policyId)),
            cancellationToken);

    private async IAsyncEnumerable<T> PagesAsync<T>(
        string request, Func<List<T>> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var more = true;
        for (var page = 0; more; page++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var all = items();
            more = all.Count > (page + 1) * pageSize;
            Record(page == 0 ? request : $"{request} page {page + 1}");
            foreach (var item in all.Skip(page * pageSize).Take(pageSize))
            {
                yield return item;
            }

            await Task.CompletedTask;
        }
    }

    private void Record(string request)
    {
        Requests.Add(request);
        Answered(Requests.Count);
    }

    private List<OrganizationalUnit> Below(string parentId) =>
        _units.TryGetValue(parentId, out var units) ? units : _units[parentId] = [];
}
