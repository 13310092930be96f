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

    /// <summary>What it takes to write it out.</summary>
    public NeedGround? Ground { get; init; }
}

/// <summary>What a <see cref="PolicyNeed"/> was concluded from.</summary>
/// <param name="Grant">What the policy grants, statement by statement.</param>
/// <param name="Use">What the identity did.</param>
/// <param name="Statements">What becomes of each Allow statement, in their order.</param>
/// <param name="Inline">What the identity needs of all its inline policies; IAM's limit is for all of them together.</param>
/// <param name="By">Who concluded it, and can write it out.</param>
internal sealed record NeedGround(
    PolicyGrant Grant, IdentityUse Use, IReadOnlyList<StatementNeed> Statements, IReadOnlyList<PolicyNeed> Inline, Recommender By)
{
    /// <summary>Whether nothing of the policy changes.</summary>
    public bool IsUnchanged => Statements.All(statement => statement.IsUnchanged);

    /// <summary>Whether a pattern that names these actions may stay in the policy where these are kept.</summary>
    public bool Stays(ActionSet actions, ActionSet kept) => Grant.IsKept(actions, kept, Use.OnlyDenied);
}
