namespace SonraiControlTower.TestKit;

/// <summary>How big a made-up estate is. The same options give the same bytes.</summary>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Roles">Roles in each; a tenth as many users, and a fiftieth as many groups.</param>
/// <param name="Events">CloudTrail records in all.</param>
public sealed record EstateOptions(int Accounts, int Roles, int Events)
{
    /// <summary>Records in a file at most.</summary>
    public int EventsPerFile { get; init; } = 500;

    /// <summary>The records are spread over so many days.</summary>
    public int Days { get; init; } = 30;

    /// <summary>The last record is before this time.</summary>
    public DateTimeOffset Until { get; init; } = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public int Seed { get; init; } = 1;
}
