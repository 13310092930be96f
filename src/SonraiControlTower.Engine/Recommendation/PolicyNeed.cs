namespace SonraiControlTower.Engine;

/// <summary>
/// What an identity needs of one of its policies, before it is written out: thousands are looked at for tickets, and the documents of a few are
/// asked for.
/// </summary>
/// <param name="Identity">The user, role or group that has the policy.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Granted">The actions that its Allow statements name.</param>
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
}
