namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary>
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html">OrganizationalUnit</see>, and
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Root.html">Root</see>, which has the same members.
/// </summary>
internal sealed record WireUnit(string Id, string Name);
