namespace SonraiControlTower.Dig.Tests.Audit;

public sealed class AuditLogTests
{
    [Fact]
    public async Task What_was_done_between_two_instants_is_listed_with_who_did_it()
    {
        await using var tenant = await TestTenant.StartAsync();
        var now = tenant.Clock.GetUtcNow();
        tenant.Server.AddAuditLog("Login", "signed in", now.AddHours(-1));
        tenant.Server.AddAuditLog("Login", "signed in before", now.AddDays(-9));

        var events = await tenant.Dig.AuditLog.ListAsync(now.AddDays(-1), now, default).ToListAsync();

        var one = events.ShouldHaveSingleItem();
        (one.EventName, one.Message, one.CreatedAt).ShouldBe(("Login", "signed in", now.AddHours(-1)));
        one.Actor.ShouldNotBeNullOrEmpty();
    }
}
