namespace SonraiControlTower.Engine;

/// <summary>
/// What an identity needs of one of its policies, before it is written out: thousands are looked at for tickets, and the documents of a few are
/// asked for.
/// </summary>
/// <param name="Identity">The user, role or group that has the policy.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Granted">The actions that its Allow statements name, without those that it denies for everything and always.</param>
/// <param name="Kept">Of these, what is recommended to stay.</param>
/// <param name="Monitored">Of these, what was seen in logs, or is needed by what was seen.</param>
/// <param name="Advice">A word of <see cref="RecommendationAdvice"/>.</param>
/// <param name="Coverage">What the logs of the account cover; null for no logs.</param>
internal sealed record PolicyNeed(
    Principal Identity, HeldPolicy Policy, ActionSet Granted, ActionSet Kept, ActionSet Monitored, string Advice, LogCoverage? Coverage)
{
    /// <summary>What becomes of each of its Allow statements, in their order.</summary>
    public required IReadOnlyList<StatementNeed> Statements { get; init; }

    /// <summary>What the policy grants, statement by statement.</summary>
    public required PolicyGrant Grant { get; init; }

    /// <summary>What the identity did.</summary>
    public required IdentityUse Use { get; init; }

    /// <summary>What it needs of its inline policies, this one among them: IAM's limit is for all of them together. None for a managed policy.</summary>
    public IReadOnlyList<PolicyNeed> Inline { get; set; } = [];

    /// <summary>Whether a pattern that names these actions may stay in the policy where these are kept.</summary>
    public bool Stays(ActionSet actions, ActionSet kept) => Grant.IsKept(actions, kept, Use.OnlyDenied);

    /// <summary>The actions that nobody needs.</summary>
    public ActionSet Removed
    {
        get
        {
            var removed = Granted.Copy();
            removed.ExceptWith(Kept);
            return removed;
        }
    }
}
