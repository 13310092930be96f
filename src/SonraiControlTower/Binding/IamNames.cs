namespace SonraiControlTower.Binding;

/// <summary>What IAM accepts as names, for the parameters that take some.</summary>
internal static class IamNames
{
    /// <summary>A role: 1 to 64 of these (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</see>).</summary>
    public const string Role = @"^[\w+=,.@-]{1,64}$";

    /// <summary>A role with or without its path.</summary>
    public const string RoleWithPath = @"^/?([!-~]+/)*[\w+=,.@-]{1,64}$";

    /// <summary><c>/</c>, or <c>/…/</c>.</summary>
    public const string Path = @"^/([!-~]{1,510}/)?$";

    /// <summary>An account.</summary>
    public const string Account = @"^\d{12}$";
}
