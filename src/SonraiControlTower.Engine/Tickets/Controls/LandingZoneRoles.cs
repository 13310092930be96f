namespace SonraiControlTower.Engine;

/// <summary>
/// The roles that AWS Control Tower made for itself in every account: to change one is drift that it repairs, or that breaks it
/// (<see href="https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html">How AWS Control Tower works with roles</see>).
/// </summary>
internal static class LandingZoneRoles
{
    private static readonly string[] _beginnings = ["AWSControlTower", "aws-controltower-"];

    public static bool Includes(Principal identity) =>
        identity.Kind == IamKind.Role && Array.Exists(_beginnings, beginning => identity.Name.StartsWith(beginning, StringComparison.Ordinal));
}
