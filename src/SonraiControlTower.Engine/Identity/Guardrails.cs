namespace SonraiControlTower.Engine;

/// <summary>
/// The policies of the organization over one account, level by level from the root to the account: each level of service control must
/// allow, and none of either kind may deny. No
/// levels for the management account, or where nothing is known of the organization.
/// </summary>
/// <param name="ServiceControl">Service control policies: what the account's principals may do.</param>
/// <param name="ResourceControl">Resource control policies: what may be done with the account's resources.</param>
internal sealed record Guardrails(IReadOnlyList<IReadOnlyList<HeldPolicy>> ServiceControl, IReadOnlyList<IReadOnlyList<HeldPolicy>> ResourceControl)
{
    public static Guardrails None { get; } = new([], []);
}
