namespace SonraiControlTower.Engine;

/// <summary>The words that people read for flags.</summary>
internal static class PermissionWords
{
    private static readonly (AccessLevels Flag, string Word)[] _levels =
    [
        (AccessLevels.List, "List"), (AccessLevels.Read, "Read"), (AccessLevels.Write, "Write"), (AccessLevels.Tagging, "Tagging"),
        (AccessLevels.PermissionsManagement, "Permissions management"),
    ];

    private static readonly (Sensitivities Flag, string Word)[] _sensitivities =
    [
        (Sensitivities.PrivilegeEscalation, ActionSensitivity.PrivilegeEscalation),
        (Sensitivities.PermissionsManagement, ActionSensitivity.PermissionsManagement),
        (Sensitivities.CredentialExposure, ActionSensitivity.CredentialExposure),
        (Sensitivities.DataAccess, ActionSensitivity.DataAccess),
        (Sensitivities.ResourceExposure, ActionSensitivity.ResourceExposure),
    ];

    /// <summary>IAM's names of the levels.</summary>
    public static IReadOnlyList<string> Of(AccessLevels levels) => [.. _levels.Where(one => levels.HasFlag(one.Flag)).Select(one => one.Word)];

    /// <summary>Words of <see cref="ActionSensitivity"/>.</summary>
    public static IReadOnlyList<string> Of(Sensitivities classes) =>
        [.. _sensitivities.Where(one => classes.HasFlag(one.Flag)).Select(one => one.Word)];
}
