namespace SonraiControlTower.Binding;

/// <summary>What IAM allows as the name of a role (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</see>).</summary>
internal static class IamRoleName
{
    /// <summary>1 to 64 of these.</summary>
    public const string Pattern = @"^[\w+=,.@-]{1,64}$";
}
