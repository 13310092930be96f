namespace SonraiControlTower;

/// <summary>Who has a managed policy.</summary>
/// <param name="Identity">The user, group or role.</param>
/// <param name="IsBoundary">True for one that is bounded by it, false for one that it is attached to.</param>
public sealed record PolicyHolder(IamIdentity Identity, bool IsBoundary);
