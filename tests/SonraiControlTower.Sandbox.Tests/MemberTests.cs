namespace SonraiControlTower.Sandbox.Tests;

public sealed class MemberTests
{
    private static readonly DateTimeOffset _closed = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:00", "PENDING_CLOSURE")]
    [InlineData("00:14:59", "PENDING_CLOSURE")]
    [InlineData("00:15:00", "SUSPENDED")]
    [InlineData("89.23:59:59", "SUSPENDED")]
    [InlineData("90.00:00:00", "CLOSED")]
    public void The_state_follows_from_the_time_since_the_closing(string since, string status) =>
        Member(_closed).StatusAt(_closed + TimeSpan.Parse(since)).ShouldBe(status);

    [Fact]
    public void An_account_that_nobody_closed_is_active() =>
        Member(closedAt: null).StatusAt(DateTimeOffset.MaxValue).ShouldBe("ACTIVE");

    private static Member Member(DateTimeOffset? closedAt) =>
        new(Zones.Audit, "Audit", "aws+audit@example.com", "CREATED", DateTimeOffset.UnixEpoch, "r-q7xk", closedAt);
}
