namespace SonraiControlTower;

/// <summary>What came of preparing a ticket.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Plan">What would be done; null where nothing can or need be.</param>
/// <param name="Problem">What stands in the way; null for nothing.</param>
/// <param name="Idle">Why nothing need be done; null where something is.</param>
public sealed record RemediationPreparation(SonraiTicket Ticket, SonraiRemediation? Plan, Problem? Problem = null, string? Idle = null);

/// <summary>What came of a remediation that was to be done or undone.</summary>
/// <param name="Remediation">How it is now.</param>
/// <param name="Problem">What went wrong; null for nothing.</param>
/// <param name="Remarks">What else is to be said, such as that the ticket could not be closed.</param>
public sealed record RemediationEnd(SonraiRemediation Remediation, Problem? Problem, IReadOnlyList<Problem> Remarks)
{
    /// <summary>Whether it was not begun, since the identity is not as it was when it was planned: plan it anew.</summary>
    public bool IsOutdated => Problem?.Id == "RemediationChangedMeanwhile";
}
