namespace SonraiControlTower.Sandbox;

/// <summary>An account in the organization, with what its state follows from.</summary>
internal sealed record Member(
    AccountId Id,
    string Name,
    string Email,
    string JoinedMethod,
    DateTimeOffset Joined,
    string ParentId,
    DateTimeOffset? ClosedAt,
    bool IsEnrolled = true)
{
    public const string PendingClosure = "PENDING_CLOSURE";
    public const string Suspended = "SUSPENDED";
    public const string Closed = "CLOSED";

    // AWS says "a few minutes"; long enough here to be looked at.
    private static readonly TimeSpan _closingTakes = TimeSpan.FromMinutes(15);

    // The post-closure period: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html
    private static readonly TimeSpan _suspensionLasts = TimeSpan.FromDays(90);

    /// <summary>
    /// ACTIVE until it is closed, then PENDING_CLOSURE, then SUSPENDED for 90 days; after that the account is CLOSED for good and the
    /// organization no longer has it.
    /// </summary>
    public string StatusAt(DateTimeOffset now) => (now - ClosedAt) switch
    {
        null => OrgAccount.Active,
        { } age when age < _closingTakes => PendingClosure,
        { } age when age < _suspensionLasts => Suspended,
        _ => Closed,
    };

    public static Member From(EstateAccount account, string parentId, DateTimeOffset now) => new(
        AccountId.Parse(account.Id),
        account.Name,
        account.Email,
        account.JoinedMethod,
        account.Joined ?? now,
        parentId,
        account.ClosedDaysAgo is { } days ? now.AddDays(-days) : null,
        account.Enrolled);

    /// <summary>The account as Organizations lists it: its place in the tree is not part of it.</summary>
    public OrgAccount ToOrgAccount(Organization organization, DateTimeOffset now) => new()
    {
        AccountId = Id.ToString(),
        Name = Name,
        Status = StatusAt(now),
        Email = Email,
        Arn = $"arn:{organization.Partition}:organizations::{organization.ManagementAccountId}:account/{organization.Id}/{Id}",
        JoinedMethod = JoinedMethod,
        JoinedTimestamp = Joined,
    };
}
