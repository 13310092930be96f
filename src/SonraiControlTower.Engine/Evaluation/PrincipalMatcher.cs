namespace SonraiControlTower.Engine;

/// <summary>
/// The Principal or NotPrincipal of a statement. Source:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</see>.
/// </summary>
internal sealed class PrincipalMatcher(Principals principals)
{
    private readonly string[] _aws = [.. principals.Aws];
    private readonly bool _isEverybody = principals.Aws.Contains("*");

    /// <summary>How the statement names the caller. The name of a session that nobody knows makes the answer Unknown.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="isAllow">Whether it is an Allow.</param>
    /// <param name="isBounded">Whether the caller has a permissions boundary: a Deny for all but some spares nobody who has.</param>
    /// <param name="naming">How.</param>
    public Truth Matches(Caller caller, bool isAllow, bool isBounded, out Naming naming)
    {
        if (!principals.IsNot)
        {
            naming = Named(caller, out var isSure);
            return naming is Naming.No ? Truth.False : Truths.Of(true).And(isSure ? Truth.True : Truth.Unknown);
        }

        // A Deny spares only who is named with account, role and session, as AWS may look at each of them.
        var spared = isAllow ? Truths.Of(Named(caller, out _) is not Naming.No)
            : isBounded ? Truth.False : IsNamedThroughout(caller);
        naming = Naming.Itself;
        return spared.Not();
    }

    private Naming Named(Caller caller, out bool isSure)
    {
        isSure = true;
        if (_isEverybody)
        {
            return Naming.Itself;
        }

        switch (caller.Kind)
        {
            case CallerKind.Service:
                return principals.Services.Contains(caller.Arn) ? Naming.Itself : Naming.No;
            case CallerKind.Federated:
                return principals.Federated.Contains(caller.Arn) ? Naming.Itself : Naming.No;
            case CallerKind.Anonymous:
                return Naming.No;
        }

        var best = Naming.No;
        var session = Naming.No;
        foreach (var name in _aws)
        {
            if (name == caller.Arn)
            {
                best = Max(best, caller.Kind is CallerKind.User or CallerKind.Root ? Naming.Itself : Naming.Role);
            }
            else if (name == caller.SessionArn)
            {
                best = Naming.Itself;
            }
            else if (IsAccount(name, caller))
            {
                best = Max(best, caller.Kind is CallerKind.Root ? Naming.Itself : Naming.Account);
            }
            else if (caller is { Kind: CallerKind.Role, SessionArn: null } && IsSessionOf(name, caller))
            {
                session = Naming.Itself;
            }
        }

        if (best is Naming.No && session is Naming.Itself)
        {
            isSure = false;
            return session;
        }

        return best;
    }

    /// <summary>Whether all that the caller is, account, role or user, and session, is in the list.</summary>
    private Truth IsNamedThroughout(Caller caller)
    {
        if (_isEverybody)
        {
            return Truth.True;
        }

        if (!caller.HasIdentity)
        {
            return Truths.Of(Named(caller, out _) is not Naming.No);
        }

        if (!Array.Exists(_aws, name => IsAccount(name, caller)))
        {
            return Truth.False;
        }

        if (caller.Kind is CallerKind.Root)
        {
            return Truth.True;
        }

        if (!_aws.Contains(caller.Arn))
        {
            return Truth.False;
        }

        return caller.Kind is CallerKind.User ? Truth.True
            : caller.SessionArn is { } session ? Truths.Of(_aws.Contains(session))
            : Array.Exists(_aws, name => IsSessionOf(name, caller)) ? Truth.Unknown : Truth.False;
    }

    /// <summary>The root of an account stands for the account, and so does its number.</summary>
    private static bool IsAccount(string name, Caller caller) =>
        name == caller.AccountText
        || (name.EndsWith(":root", StringComparison.Ordinal) && name.Length > caller.AccountText.Length + 5
            && name.AsSpan(0, name.Length - 5).EndsWith(caller.AccountText) && name.Contains(":iam::", StringComparison.Ordinal));

    private static bool IsSessionOf(string name, Caller caller) =>
        name.Split(':', 6) is ["arn", _, "sts", "", var account, var resource] && account == caller.AccountText
        && resource.Split('/') is ["assumed-role", var role, _] && caller.Arn.EndsWith("/" + role, StringComparison.Ordinal);

    private static Naming Max(Naming one, Naming other) => one > other ? one : other;
}

/// <summary>
/// How a statement names a caller, which decides in the caller's own account what else must allow
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html">source</see>).
/// </summary>
internal enum Naming
{
    No,

    /// <summary>The account: its own policies decide further.</summary>
    Account,

    /// <summary>The role, of which the caller is a session: its boundary and the session's policies limit that.</summary>
    Role,

    /// <summary>The user, the session itself, or everybody: nothing else needs to allow.</summary>
    Itself,
}
