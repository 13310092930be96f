namespace SonraiControlTower.Engine;

/// <summary>
/// A role whose trust policy lets in everybody there is
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous">all principals</see>).
/// </summary>
internal sealed class AssumableByAnyone : IControl
{
    private const int Grave = 96;

    /// <summary>Condition keys that tell callers apart. With one of them the star does not mean everybody.</summary>
    private static readonly string[] _binding =
    [
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalTag/", "aws:SourceAccount", "aws:SourceArn",
        "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:userid", "aws:PrincipalServiceName", "sts:ExternalId",
    ];

    public string Title => "AWS Roles: Assumable by Any Principal";

    public int? Judge(Examined one) => one.Identity.Trust?.Statements.Any(LetsEverybodyIn) == true ? Grave : null;

    private static bool LetsEverybodyIn(Statement statement) =>
        statement is { IsAllow: true, Principals: { } principals }
        && (principals.IsNot || principals.Aws.Contains("*"))
        && !statement.Conditions.Any(condition => Array.Exists(_binding, key => condition.Key.StartsWith(key, StringComparison.OrdinalIgnoreCase)));
}
