namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary>
/// <see href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html">Account</see>. State is the newer name of Status,
/// which AWS retired in September 2026; emulators and recordings may still have only the older.
/// </summary>
internal sealed record WireAccount(
    string Id,
    string? Name = null,
    string? Email = null,
    string? Arn = null,
    string? State = null,
    string? Status = null,
    string? JoinedMethod = null,
    double? JoinedTimestamp = null);
