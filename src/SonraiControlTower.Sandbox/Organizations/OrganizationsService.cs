namespace SonraiControlTower.Sandbox;

/// <summary>One page of an answer.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>The far side of the wire: AWS Organizations, page by page.</summary>
internal sealed class OrganizationsService(LandingZone zone)
{
    /// <summary>As many as AWS itself puts on a page.</summary>
    public const int PageSize = 20;

    private readonly NextTokens _tokens = new();

    public Page<OrgAccount> ListAccounts(string? nextToken) => AccountsPage("ListAccounts", parentId: null, nextToken);

    public Page<OrgAccount> ListAccountsForParent(string parentId, string? nextToken)
    {
        const string Operation = "ListAccountsForParent";
        DemandParent(Operation, parentId);
        return AccountsPage(Operation, parentId, nextToken);
    }

    public Page<EstateUnit> ListRoots(string? nextToken) => Page("ListRoots", of: null, [zone.Root], nextToken);

    public Page<EstateUnit> ListOrganizationalUnitsForParent(string parentId, string? nextToken)
    {
        const string Operation = "ListOrganizationalUnitsForParent";
        return Page(Operation, parentId, DemandParent(Operation, parentId).Units, nextToken);
    }

    public Page<ControlPolicy> ListPolicies(string type, string? nextToken)
    {
        const string Operation = "ListPolicies";
        var policies = zone.PoliciesOf(type)
            ?? throw new SonraiException(AwsProblems.Refused(Operation, "InvalidInputException", $"INVALID_ENUM_POLICY_TYPE: '{type}' is none of the sandbox's types."));
        return Page(Operation, type, [.. policies.Policies], nextToken);
    }

    /// <summary>Null if there is none.</summary>
    public ControlPolicy? DescribePolicy(string policyId) => Find(policyId)?.Policy;

    public Page<string> ListTargetsForPolicy(string policyId, string? nextToken)
    {
        const string Operation = "ListTargetsForPolicy";
        var (policies, policy) = Find(policyId)
            ?? throw new SonraiException(AwsProblems.NotFound(Operation, $"PolicyNotFoundException for '{policyId}'."));
        return Page(Operation, policyId, zone.TargetsOf(policies, policy), nextToken);
    }

    private (ControlPolicies Policies, ControlPolicy Policy)? Find(string policyId)
    {
        foreach (var policies in new[] { OrganizationPolicyType.ServiceControl, OrganizationPolicyType.ResourceControl }.Select(zone.PoliciesOf).OfType<ControlPolicies>())
        {
            if (policies.Policies.FirstOrDefault(policy => policy.Id == policyId) is { } policy)
            {
                return (policies, policy);
            }
        }

        return null;
    }

    private Page<OrgAccount> AccountsPage(string operation, string? parentId, string? nextToken)
    {
        var (accounts, next) = zone.Read(_tokens.Read(operation, parentId, nextToken), PageSize, parentId);
        return new Page<OrgAccount>(accounts, next is { } position ? _tokens.Issue(operation, parentId, position) : null);
    }

    private Page<T> Page<T>(string operation, string? of, IReadOnlyList<T> all, string? nextToken)
    {
        var position = _tokens.Read(operation, of, nextToken);
        var next = position + PageSize;
        return new Page<T>([.. all.Skip(position).Take(PageSize)], next < all.Count ? _tokens.Issue(operation, of, next) : null);
    }

    private EstateUnit DemandParent(string operation, string parentId) =>
        zone.Place(parentId)
        ?? throw new SonraiException(AwsProblems.NotFound(operation, $"ParentNotFoundException for '{parentId}'."));
}
