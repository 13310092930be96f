namespace SonraiControlTower.Engine.Tests.CloudAccounts;

public sealed class LocalAccountUpdateTests
{
    private readonly LocalDig _dig = Engines.Started();

    [Fact]
    public async Task Only_what_a_change_names_changes()
    {
        var before = await _dig.RegisteredAsync(Engines.First);

        var answers = await _dig.CloudAccounts.UpdateAsync([new AccountUpdate(before) { RoleArn = "new" }], default);

        answers.ShouldHaveSingleItem().ShouldBe(new AccountUpdateAnswer(Engines.First, before with { RoleArn = "new" }, null));
        (await _dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBe([before with { RoleArn = "new" }]);
    }

    [Fact]
    public async Task A_bot_role_is_changed_and_removed()
    {
        var before = await _dig.RegisteredAsync(Engines.First);

        var changed = await _dig.CloudAccounts.UpdateAsync([new AccountUpdate(before) { BotRoleArn = "bot" }], default);
        var removed = await _dig.CloudAccounts.UpdateAsync([new AccountUpdate(before) { RemovesBotRole = true }], default);

        changed[0].Now.ShouldBe(before with { BotRoleArn = "bot" });
        removed[0].Now.ShouldBe(before with { BotRoleArn = null });
    }

    [Fact]
    public async Task A_change_is_in_the_audit_log()
    {
        var account = await _dig.RegisteredAsync(Engines.First);

        await _dig.CloudAccounts.UpdateAsync([new AccountUpdate(account) { RoleArn = "new" }], default);

        var noted = (await _dig.AuditLog.ListAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default).ToListAsync())
            .Single(one => one.EventName == "UpdatePlatformcloudaccount");
        noted.ResourceSrn.ShouldBe(account.Srn);
        noted.ActionType.ShouldBe("Update");
        noted.Message!.ShouldContain("111122223333");
    }

    [Fact]
    public async Task A_registration_made_anew_is_not_changed_by_the_name_of_the_old_one()
    {
        var old = await _dig.RegisteredAsync(Engines.First);
        await _dig.CloudAccounts.UnregisterAsync([old], default);
        var gone = await _dig.CloudAccounts.UpdateAsync([new AccountUpdate(old) { RoleArn = "new" }], default);
        var renewed = await _dig.RegisteredAsync(Engines.First);

        var answers = await _dig.CloudAccounts.UpdateAsync([new AccountUpdate(old) { RoleArn = "new" }], default);

        gone[0].Now.ShouldBeNull();
        answers[0].Now.ShouldBe(renewed);
        answers[0].Problem!.Id.ShouldBe("AccountUpdateRefused");
    }

    [Fact]
    public async Task More_than_a_hundred_accounts_are_too_many_for_one_request()
    {
        var account = await _dig.RegisteredAsync(Engines.First);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => _dig.CloudAccounts.UpdateAsync([.. Enumerable.Repeat(new AccountUpdate(account), 101)], default));
    }
}
