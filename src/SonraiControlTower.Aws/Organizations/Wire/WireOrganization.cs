namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary><see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html">Organization</see>.</summary>
internal sealed record WireOrganization(string Id, string Arn, string MasterAccountId);
