namespace SonraiControlTower;

/// <summary>
/// Whom remediation leaves alone unless it is named: those who would strand people, AWS Control Tower, or the integration itself
/// (<see href="https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html">How AWS Control Tower works with roles</see>).
/// </summary>
internal static class ProtectedIdentities
{
    private static readonly string[] _ofServices = ["/aws-service-role/", "/aws-reserved/"];
    private static readonly string[] _ofControlTower = ["AWSControlTower", "aws-controltower-", "stacksets-exec-"];

    /// <exception cref="SonraiException"><c>IdentityOfService</c>, <c>IdentityProtected</c>.</exception>
    public static void Demand(string arn, RemediationPlan plan, IEnumerable<string> callers)
    {
        var identity = IamArn.IdentityOf(arn);
        if (Array.Exists(_ofServices, path => IamArn.PathOf(arn).StartsWith(path, StringComparison.Ordinal)))
        {
            throw new SonraiException(RemediationProblems.OfService(arn));
        }

        if (Why(arn, identity, plan, callers) is { } why && !IsNamed(arn, identity, plan))
        {
            throw new SonraiException(RemediationProblems.Protected(arn, why));
        }
    }

    /// <summary>The same, and of a group that nobody who works here is in it, which only the account tells.</summary>
    /// <exception cref="SonraiException"><c>IdentityOfService</c>, <c>IdentityProtected</c>.</exception>
    public static async Task DemandAsync(string arn, RemediationPlan plan, IEnumerable<string> callers, IIam iam, CancellationToken cancellationToken)
    {
        Demand(arn, plan, callers);
        var identity = IamArn.IdentityOf(arn);
        if (identity.Kind != IamKind.Group || IsNamed(arn, identity, plan))
        {
            return;
        }

        foreach (var user in callers.Where(caller => IsUserBeside(caller, arn)))
        {
            if (await iam.Users.ListGroupsAsync(IamArn.NameOf(user), cancellationToken).ContainsAsync(identity.Name, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                throw new SonraiException(RemediationProblems.Protected(arn, $"this session itself works with what it grants, as {user}"));
            }
        }
    }

    private static bool IsNamed(string arn, IamIdentity identity, RemediationPlan plan) =>
        plan.IncludeProtected.Any(name => name == arn || name.Equals(identity.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a caller is a user of the same account.</summary>
    private static bool IsUserBeside(string caller, string arn) =>
        caller.Split(':', 6) is [_, _, "iam", _, var account, var resource] && resource.StartsWith("user/", StringComparison.Ordinal) && account == IamArn.AccountOf(arn).ToString();

    private static string? Why(string arn, IamIdentity identity, RemediationPlan plan, IEnumerable<string> callers)
    {
        if (callers.Any(caller => IsSession(caller, arn, identity)))
        {
            return "it is what this session itself works with";
        }

        return identity.Kind != IamKind.Role ? null
            : Array.Exists(_ofControlTower, beginning => identity.Name.StartsWith(beginning, StringComparison.Ordinal)) ? "it is a role of AWS Control Tower"
            : identity.Name == plan.ExecutionRoleName ? "it opens the account to this integration"
            : identity.Name == plan.RoleName ? "it is the role that the collector reads the account through"
            : identity.Name == plan.BotRoleName ? "it is the role that remediation works through"
            : null;
    }

    /// <summary>Whether a caller is the identity, or a session of it, whose ARN does not tell the path.</summary>
    private static bool IsSession(string caller, string arn, IamIdentity identity) =>
        caller == arn
        || (identity.Kind == IamKind.Role && caller.Split(':', 6) is [_, _, "sts", _, var account, var session]
            && account == IamArn.AccountOf(arn).ToString() && session.StartsWith($"assumed-role/{identity.Name}/", StringComparison.Ordinal));
}
