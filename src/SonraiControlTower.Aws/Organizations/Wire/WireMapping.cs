using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary>Turns what the wire says into the module's own words; the one place that does.</summary>
internal static class WireMapping
{
    /// <summary>Stands where AWS says neither State nor Status. It is not ACTIVE, so nothing is done to such an account.</summary>
    private const string Unknown = "UNKNOWN";

    public static Organization ToOrganization(WireOrganization wire) => new(wire.Id, wire.Arn, wire.MasterAccountId);

    public static OrganizationPolicySummary ToSummary(WirePolicySummary wire) => new(wire.Id, wire.Name, wire.Type, wire.AwsManaged);

    public static OrgAccount ToAccount(WireAccount wire, string? parentId) => new()
    {
        AccountId = wire.Id,
        Name = wire.Name ?? "",
        Status = wire.State ?? wire.Status ?? Unknown,
        Email = wire.Email,
        Arn = wire.Arn,
        OrganizationalUnitId = parentId,
        JoinedMethod = wire.JoinedMethod,
        JoinedTimestamp = Epoch.AtOrNull(wire.JoinedTimestamp),
    };
}
