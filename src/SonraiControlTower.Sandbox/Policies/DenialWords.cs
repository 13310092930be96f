namespace SonraiControlTower.Sandbox;

/// <summary>
/// How AWS says no
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">access denied error messages</see>).
/// </summary>
internal static class DenialWords
{
    public const string ServiceControlPolicy = "service control policy";
    public const string ResourceControlPolicy = "resource control policy";
    public const string PermissionsBoundary = "permissions boundary";
    public const string SessionPolicy = "session policy";
    public const string IdentityPolicy = "identity-based policy";

    /// <summary>Without a reason: so it is across accounts, where what the other account has is nobody's business.</summary>
    public static string Bare(AccessRequest request) =>
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.Resource}";

    public static string Explicit(AccessRequest request, string kind) =>
        $"{Bare(request)} with an explicit deny in {(kind == IdentityPolicy ? "an" : "a")} {kind}";

    public static string Implicit(AccessRequest request, string kind) =>
        $"{Bare(request)} because no {kind} allows the {request.Action} action";

    /// <summary>Of the trust policy of a role in the caller's own account.</summary>
    public static string Trust(AccessRequest request, bool isExplicit) =>
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} "
        + (isExplicit ? "with an explicit deny in the role trust policy" : $"because no role trust policy allows the {request.Action} action");
}
