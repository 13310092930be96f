namespace SonraiControlTower.Engine;

/// <summary>The control policies that the local engine looks at: those of the four frameworks of least privilege.</summary>
internal static class Controls
{
    public static IReadOnlyList<IControl> All { get; } =
    [
        new UnusedAdministrativePermissions(),
        new AdministratorsFromOutside(),
        new UnusedSensitivePermissions("AWS Roles: Unused Sensitive Permissions", IamKind.Role),
        new UnusedSensitivePermissions("AWS Users: Unused Sensitive Permissions", IamKind.User),
        new UnusedSensitivePermissions("AWS Groups: Unused Sensitive Permissions", IamKind.Group),
        new UnusedRoles(),
        new AssumableByAnyone(),
        new UnusedServicePermissions(),
    ];
}
