namespace SonraiControlTower.Engine;

/// <summary>What all policies together say to a request.</summary>
/// <param name="Outcome">A word of <see cref="PermissionDecision"/>.</param>
/// <param name="Layer">The layer that decides, a word of <see cref="PolicyLayer"/>.</param>
/// <param name="Policy">The policy that decides; null where no statement does.</param>
/// <param name="Statement">The statement that decides; null where none does.</param>
internal readonly record struct Decision(string Outcome, string Layer, HeldPolicy? Policy, Statement? Statement)
{
    public bool IsAllowed => Outcome is PermissionDecision.Allowed;

    /// <summary>The Sid of the statement, or its place such as <c>#2</c>; null where none decides.</summary>
    public string? StatementName => Statement?.DisplayName;
}
