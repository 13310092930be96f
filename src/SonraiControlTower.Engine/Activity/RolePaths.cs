namespace SonraiControlTower.Engine;

/// <summary>
/// Finds the path of a role of which a record has only a session's ARN, which leaves the path out. The names of roles are unique in an account,
/// whatever their paths (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</see>).
/// </summary>
internal sealed class RolePaths
{
    private readonly Dictionary<string, LogPrincipal> _withPath = new(StringComparer.Ordinal);

    private RolePaths()
    {
    }

    public static RolePaths Of(IEnumerable<LogPrincipal> principals)
    {
        var paths = new RolePaths();
        foreach (var principal in principals.OrderBy(principal => principal.Arn, StringComparer.Ordinal))
        {
            if (principal.Kind is PrincipalKind.Role or PrincipalKind.ServiceLinkedRole && WithoutPath(principal.Arn) is var bare && bare != principal.Arn)
            {
                paths._withPath[bare] = principal;
            }
        }

        return paths;
    }

    /// <summary>The role with its path where another record tells it; else what it is.</summary>
    public LogPrincipal Resolve(LogPrincipal principal) => _withPath.GetValueOrDefault(principal.Arn, principal);

    /// <summary>A role's ARN without its path.</summary>
    public static string WithoutPath(string arn)
    {
        const string Role = ":role/";
        var start = arn.IndexOf(Role, StringComparison.Ordinal);
        return start < 0 ? arn : string.Concat(arn.AsSpan(0, start + Role.Length), arn.AsSpan(arn.LastIndexOf('/') + 1));
    }
}
