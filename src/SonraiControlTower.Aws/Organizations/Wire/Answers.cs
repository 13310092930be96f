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
