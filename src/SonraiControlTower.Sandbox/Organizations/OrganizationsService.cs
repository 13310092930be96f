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

    public Page<EstateUnit> ListRoots(string? nextToken) => UnitsPage("ListRoots", parentId: null, [zone.Root], nextToken);

    public Page<EstateUnit> ListOrganizationalUnitsForParent(string parentId, string? nextToken)
    {
        const string Operation = "ListOrganizationalUnitsForParent";
        return UnitsPage(Operation, parentId, DemandParent(Operation, parentId).Units, nextToken);
    }

    private Page<OrgAccount> AccountsPage(string operation, string? parentId, string? nextToken)
    {
        var (accounts, next) = zone.Read(_tokens.Read(operation, parentId, nextToken), PageSize, parentId);
        return new Page<OrgAccount>(accounts, next is { } position ? _tokens.Issue(operation, parentId, position) : null);
    }

    private Page<EstateUnit> UnitsPage(string operation, string? parentId, IReadOnlyList<EstateUnit> units, string? nextToken)
    {
        var position = _tokens.Read(operation, parentId, nextToken);
        var next = position + PageSize;
        return new Page<EstateUnit>(
            [.. units.Skip(position).Take(PageSize)],
            next < units.Count ? _tokens.Issue(operation, parentId, next) : null);
    }

    private EstateUnit DemandParent(string operation, string parentId) =>
        zone.Place(parentId)
        ?? throw new SonraiException(AwsProblems.NotFound(operation, $"ParentNotFoundException for '{parentId}'."));
}
