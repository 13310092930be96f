namespace SonraiControlTower.Engine;

/// <summary>A role that nobody has used for as long as the logs and IAM tell.</summary>
internal sealed class UnusedRoles : IControl
{
    private const int WithoutPermissions = 42;

    public string Title => "AWS Roles: Unused Roles";

    public int? Judge(Examined one) => one.IsUnusedRole && !one.IsAdministrator
        ? Math.Max(WithoutPermissions, (one.Ground.Scale.Of(one.Possible) ?? 0) - 10)
        : null;
}
