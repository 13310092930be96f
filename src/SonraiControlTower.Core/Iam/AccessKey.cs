namespace SonraiControlTower;

/// <summary>An access key of a user, without its secret.</summary>
/// <param name="Id"><c>AKIA…</c>.</param>
/// <param name="IsActive">Whether it can be used.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record AccessKey(string Id, bool IsActive, DateTimeOffset? CreatedAt);
