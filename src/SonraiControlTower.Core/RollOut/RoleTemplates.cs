namespace SonraiControlTower;

/// <summary>The templates of the roles, as text. They are files of their own; whoever puts the house together hands them in.</summary>
/// <param name="Collector">The role that the collector reads an account through.</param>
/// <param name="Bot">The role that remediation changes an account through; never the same as the collector's.</param>
public sealed record RoleTemplates(string Collector, string Bot);

/// <summary>The parameters of the templates; Sonrai's own integration has the first three under the same names.</summary>
public static class RoleParameter
{
    public const string CollectorAccount = nameof(CollectorAccount);

    /// <summary>It is NoEcho, so AWS shows asterisks for it; a set made elsewhere may show it, and this module does not.</summary>
    public const string CollectorExternalId = nameof(CollectorExternalId);

    public const string RoleName = nameof(RoleName);
    public const string RolePath = nameof(RolePath);
    public const string PermissionsBoundaryArn = nameof(PermissionsBoundaryArn);
    public const string PolicyChoice = nameof(PolicyChoice);
    public const string KmsKeyArns = nameof(KmsKeyArns);
    public const string BotRoleName = nameof(BotRoleName);

    /// <summary>True for what AWS shows in place of a NoEcho parameter's value.</summary>
    internal static bool IsHidden(string value) => value.Length > 0 && value.All(sign => sign == '*');
}
