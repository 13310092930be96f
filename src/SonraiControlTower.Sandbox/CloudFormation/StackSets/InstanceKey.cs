namespace SonraiControlTower.Sandbox;

/// <summary>Where an instance is.</summary>
internal readonly record struct InstanceKey(AccountId Account, string Region);
