namespace SonraiControlTower.Engine;

/// <summary>
/// Permissions of a sensitive class that an identity has and does not use. Administrators have a control policy of their own, and so have roles that
/// nobody uses at all.
/// </summary>
internal sealed class UnusedSensitivePermissions(string title, string kind) : IControl
{
    public string Title => title;

    public int? Judge(Examined one) =>
        one.Identity.Kind != kind || one.IsAdministrator || one.IsUnusedRole
            ? null
            : one.Ground.Scale.Of(one.Unneeded);
}
