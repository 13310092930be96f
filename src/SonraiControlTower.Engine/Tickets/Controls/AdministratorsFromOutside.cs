namespace SonraiControlTower.Engine;

/// <summary>A role with an administrator's permissions that accounts of no known organization may assume.</summary>
internal sealed class AdministratorsFromOutside : IControl
{
    private const int Grave = 93;

    public string Title => "AWS Administrators: Access from Outside the Organization";

    public int? Judge(Examined one) =>
        one is { Identity.Trust: { } trust, Ground.Estate.Organization: { } organization } && one.IsAdministrator && trust.Statements.Any(statement => Admits(statement, organization))
            ? Grave
            : null;

    private static bool Admits(Statement statement, OrganizationPolicies organization) =>
        statement is { IsAllow: true, Principals: { IsNot: false } principals } && principals.Aws.Any(aws => IsOutside(aws, organization));

    // Unique ids (AIDA…) stand for identities that are gone; they let nobody in.
    private static bool IsOutside(string principal, OrganizationPolicies organization) =>
        AccountId.TryParse(principal.Split(':') is ["arn", _, _, _, var account, ..] ? account : principal, out var id)
        && id != organization.ManagementAccount
        && !organization.Parents.ContainsKey(id.ToString());
}
