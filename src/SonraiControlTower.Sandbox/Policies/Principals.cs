namespace SonraiControlTower.Sandbox;

/// <summary>
/// The Principal of a statement
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements</see>).
/// </summary>
/// <param name="Aws">Account ids, ARNs or <c>*</c>.</param>
/// <param name="Services">Service principals.</param>
internal sealed record Principals(IReadOnlyList<string> Aws, IReadOnlyList<string> Services)
{
    public bool Include(Caller caller) => caller.Service is { } service
        ? Services.Contains(service)
        : Aws.Any(one => one == "*" || IsAccount(one, caller) || IsNamed(one, caller));

    /// <summary>True if the caller is named, rather than the account that it belongs to: then its own policies need not allow it.</summary>
    public bool Name(Caller caller) => Aws.Any(one => IsNamed(one, caller));

    private static bool IsAccount(string one, Caller caller)
    {
        var account = caller.Account.ToString();
        return one == account || (one.EndsWith(":root", StringComparison.Ordinal) && one.Split(':') is [_, _, "iam", _, var of, "root"] && of == account);
    }

    private static bool IsNamed(string one, Caller caller) => one == caller.Arn || one == caller.PrincipalArn;
}
