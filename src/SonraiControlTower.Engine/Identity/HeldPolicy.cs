namespace SonraiControlTower.Engine;

/// <summary>A policy as somebody has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">The ARN of a managed policy; null for an inline one.</param>
/// <param name="HolderArn">The user, role or group that it is attached to or embedded in; for a policy of an organization, its target's id.</param>
/// <param name="Policy">What it says. Identities that have the same managed policy share it.</param>
internal sealed record HeldPolicy(string Name, string? Arn, string HolderArn, Policy Policy);
