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

    public Page<EstateUnit> ListRoots(string? nextToken) => PageOf("ListRoots", about: null, [zone.Root], nextToken);

    public Page<EstateUnit> ListOrganizationalUnitsForParent(string parentId, string? nextToken)
    {
        const string Operation = "ListOrganizationalUnitsForParent";
        return PageOf(Operation, parentId, DemandParent(Operation, parentId).Units, nextToken);
    }

    public Page<OrganizationPolicySummary> ListPolicies(string type, string? nextToken)
    {
        const string Operation = "ListPolicies";
        var policies = zone.PoliciesOf(type)
            ?? throw new SonraiException(AwsProblems.Refused(Operation, "InvalidInputException", $"INVALID_ENUM: '{type}' is no type of policies."));
        return PageOf(
            Operation,
            type,
            zone.Atomically(() => policies.Policies.Select(policy => new OrganizationPolicySummary(policy.Id, policy.Name, type, policy.IsAwsManaged)).ToArray()),
            nextToken);
    }

    public PolicyDocument DescribePolicy(string policyId) => DemandPolicy("DescribePolicy", policyId).Policy.Document;

    public Page<string> ListTargetsForPolicy(string policyId, string? nextToken)
    {
        const string Operation = "ListTargetsForPolicy";
        var (policies, policy) = DemandPolicy(Operation, policyId);
        return PageOf(Operation, policyId, zone.Atomically(() => zone.TargetsOf(policies, policy)), nextToken);
    }

    private (ControlPolicies Policies, ControlPolicy Policy) DemandPolicy(string operation, string policyId) => zone.Atomically(() =>
    {
        foreach (var policies in new[] { OrganizationPolicyType.ServiceControl, OrganizationPolicyType.ResourceControl }.Select(zone.PoliciesOf).OfType<ControlPolicies>())
        {
            if (policies.Policies.FirstOrDefault(policy => policy.Id == policyId) is { } found)
            {
                return (policies, found);
            }
        }

        throw new SonraiException(AwsProblems.NotFound(operation, $"PolicyNotFoundException for '{policyId}'."));
    });

    private Page<OrgAccount> AccountsPage(string operation, string? parentId, string? nextToken)
    {
        var (accounts, next) = zone.Read(_tokens.Read(operation, parentId, nextToken), PageSize, parentId);
        return new Page<OrgAccount>(accounts, next is { } position ? _tokens.Issue(operation, parentId, position) : null);
    }

    private Page<T> PageOf<T>(string operation, string? about, IReadOnlyList<T> items, string? nextToken)
    {
        var position = _tokens.Read(operation, about, nextToken);
        var next = position + PageSize;
        return new Page<T>(
            [.. items.Skip(position).Take(PageSize)],
            next < items.Count ? _tokens.Issue(operation, about, next) : null);
    }

    private EstateUnit DemandParent(string operation, string parentId) =>
        zone.Place(parentId)
        ?? throw new SonraiException(AwsProblems.NotFound(operation, $"ParentNotFoundException for '{parentId}'."));
}
