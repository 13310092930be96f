using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Organizations.Wire;

internal sealed record DescribeOrganizationAnswer(WireOrganization Organization);

internal sealed record ListRootsAnswer(IReadOnlyList<WireUnit>? Roots = null, string? NextToken = null) : IPage<WireUnit>
{
    public IReadOnlyList<WireUnit>? Items => Roots;
}

internal sealed record ListUnitsAnswer(IReadOnlyList<WireUnit>? OrganizationalUnits = null, string? NextToken = null) : IPage<WireUnit>
{
    public IReadOnlyList<WireUnit>? Items => OrganizationalUnits;
}

internal sealed record ListAccountsAnswer(IReadOnlyList<WireAccount>? Accounts = null, string? NextToken = null) : IPage<WireAccount>
{
    public IReadOnlyList<WireAccount>? Items => Accounts;
}

internal sealed record ListPoliciesAnswer(IReadOnlyList<WirePolicySummary>? Policies = null, string? NextToken = null) : IPage<WirePolicySummary>
{
    public IReadOnlyList<WirePolicySummary>? Items => Policies;
}

internal sealed record DescribePolicyAnswer(WirePolicy Policy);

internal sealed record ListTargetsAnswer(IReadOnlyList<WireTarget>? Targets = null, string? NextToken = null) : IPage<WireTarget>
{
    public IReadOnlyList<WireTarget>? Items => Targets;
}
