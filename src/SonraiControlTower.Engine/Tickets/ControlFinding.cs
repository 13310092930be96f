namespace SonraiControlTower.Engine;

/// <summary>What the analysis finds about one identity.</summary>
/// <param name="Policy">The title of the control policy that asks for it, as the catalogue of frameworks has it.</param>
/// <param name="IdentityArn">The user, role or group.</param>
/// <param name="Kind">A word of <see cref="IamKind"/>.</param>
/// <param name="Account">The account.</param>
/// <param name="Name">The identity's name.</param>
/// <param name="Severity">How much it matters, 0 to 100.</param>
internal sealed record ControlFinding(string Policy, string IdentityArn, string Kind, AccountId Account, string Name, int Severity);
