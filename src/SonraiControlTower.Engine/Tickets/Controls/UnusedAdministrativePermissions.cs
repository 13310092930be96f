namespace SonraiControlTower.Engine;

/// <summary>An administrator who does not do what only an administrator may.</summary>
internal sealed class UnusedAdministrativePermissions : IControl
{
    private const int NeverUsed = 95;
    private const int PartlyUsed = 88;

    public string Title => "AWS Administrators: Unused Administrative Permissions";

    public int? Judge(Examined one) => !one.IsAdministrator || one.Unneeded.IsEmpty ? null : one.IsUnused ? NeverUsed : PartlyUsed;
}
