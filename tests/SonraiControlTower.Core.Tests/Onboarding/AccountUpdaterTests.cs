using SonraiControlTower.Core.Tests.Ports;
using static SonraiControlTower.Core.Tests.Onboarding.Onboard;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class AccountUpdaterTests
{
    private const string Reader = "arn:aws:iam::000000000001:role/reader";

    private readonly FakeDig _dig = new(FakeDig.Blue);

    [Fact]
    public async Task An_account_is_read_through_the_new_role_and_the_rest_of_it_stays()
    {
        var before = _dig.CloudAccounts.Add(First);

        var end = await ChangeAsync(AccountRoleChange.Of("reader", null, removesBotRole: false));

        end.Problem.ShouldBeNull();
        end.Result.Status.ShouldBe(AccountUpdateStatus.Done);
        end.Result.RoleArn.ShouldBe(Reader);
        _dig.CloudAccounts.Registered.ShouldBe([before with { RoleArn = Reader }]);
    }

    [Fact]
    public async Task A_bot_role_is_given_and_taken_away()
    {
        _dig.CloudAccounts.Add(First);

        var given = await ChangeAsync(AccountRoleChange.Of(null, "mender", removesBotRole: false));
        var taken = await ChangeAsync(AccountRoleChange.Of(null, null, removesBotRole: true));

        given.Result.BotRoleArn.ShouldBe("arn:aws:iam::000000000001:role/mender");
        given.Result.RoleArn.ShouldBe("arn:aws:iam::000000000001:role/there-before");
        taken.Result.Status.ShouldBe(AccountUpdateStatus.Done);
        taken.Result.BotRoleArn.ShouldBeNull();
    }

    [Theory]
    [InlineData("SonraiControlTower")]
    [InlineData("somebody")]
    public async Task What_is_so_already_is_said_to_be_and_nothing_is_sent(string registeredBy)
    {
        _dig.CloudAccounts.Add(First, registeredBy);

        var end = await ChangeAsync(AccountRoleChange.Of("there-before", null, removesBotRole: true));

        end.Problem.ShouldBeNull();
        end.Result.Status.ShouldBe(AccountUpdateStatus.AlreadyDone);
        _dig.CloudAccounts.Updated.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "Failed", "AccountRegisteredElsewhere")]
    [InlineData(true, "Done", null)]
    public async Task A_registration_made_elsewhere_is_changed_only_for_whoever_insists(bool force, string status, string? problemId)
    {
        _dig.CloudAccounts.Add(First, registeredBy: null);

        var end = await ChangeAsync(AccountRoleChange.Of("reader", null, removesBotRole: false), force);

        end.Result.Status.ShouldBe(status);
        end.Problem?.Id.ShouldBe(problemId);
        _dig.CloudAccounts.Updated.Count.ShouldBe(force ? 1 : 0);
    }

    [Fact]
    public async Task An_account_that_is_not_registered_fails_and_the_others_are_considered()
    {
        _dig.CloudAccounts.Add(First);

        var (updates, ends) = await new AccountUpdater(_dig, AccountRoleChange.Of("reader", null, removesBotRole: false), force: true)
            .ConsiderAsync([(Second, null), (First, null)], default);

        updates.ShouldHaveSingleItem().Account.AccountId.ShouldBe("000000000001");
        ends[Second].Problem!.Id.ShouldBe("AccountNotRegistered");
        ends[Second].Result.Status.ShouldBe(AccountUpdateStatus.Failed);
    }

    [Fact]
    public async Task What_Dig_shows_decides_and_not_what_it_answered()
    {
        var before = _dig.CloudAccounts.Add(First);
        _dig.CloudAccounts.AnswerOf = _ => new AccountUpdateAnswer(First, before with { RoleArn = Reader }, AccountUpdateProblems.AnswerLost(First));

        var end = await ChangeAsync(AccountRoleChange.Of("reader", null, removesBotRole: false));

        end.Problem.ShouldBeNull();
        end.Result.Status.ShouldBe(AccountUpdateStatus.Done);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_and_that_did_not_come_fails_and_is_sent_once()
    {
        var before = _dig.CloudAccounts.Add(First);
        _dig.CloudAccounts.AnswerOf = _ => new AccountUpdateAnswer(First, before, AccountUpdateProblems.AnswerLost(First));

        var end = await ChangeAsync(AccountRoleChange.Of("reader", null, removesBotRole: false));

        end.Problem!.Id.ShouldBe("AccountUpdateAnswerLost");
        end.Result.RoleArn.ShouldBe(before.RoleArn);
        _dig.CloudAccounts.Updated.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_change_that_Dig_took_and_did_not_make_is_an_error_that_shows_how_it_is()
    {
        var before = _dig.CloudAccounts.Add(First);
        _dig.CloudAccounts.AnswerOf = _ => new AccountUpdateAnswer(First, before, Problem: null);

        var end = await ChangeAsync(AccountRoleChange.Of("reader", null, removesBotRole: false));

        end.Result.Status.ShouldBe(AccountUpdateStatus.Failed);
        end.Problem!.Id.ShouldBe("AccountUpdateNotTaken");
        end.Problem.Message.ShouldContain("there-before");
        end.Problem.Remedy.ShouldContain("Collectors");
    }

    [Fact]
    public async Task An_account_that_has_gone_meanwhile_fails()
    {
        _dig.CloudAccounts.Add(First);
        _dig.CloudAccounts.AnswerOf = _ => new AccountUpdateAnswer(First, null, Problem: null);

        (await ChangeAsync(AccountRoleChange.Of("reader", null, removesBotRole: false))).Problem!.Id.ShouldBe("AccountNotRegistered");
    }

    [Fact]
    public async Task Where_Dig_has_lost_something_on_the_way_no_more_is_sent()
    {
        var before = _dig.CloudAccounts.Add(First);
        _dig.CloudAccounts.Add(Second);
        _dig.CloudAccounts.AnswerOf = _ => new AccountUpdateAnswer(First, before with { RoleArn = Reader }, Problem: null) { Lost = ["scanRoleArn"] };
        var updater = new AccountUpdater(_dig, AccountRoleChange.Of("reader", null, removesBotRole: false), force: false);
        var (updates, _) = await updater.ConsiderAsync([(First, null), (Second, null)], default);

        var ends = await updater.ApplyAsync([updates[0]], default);
        var refusal = await Should.ThrowAsync<SonraiException>(() => updater.ApplyAsync([updates[1]], default));

        ends[First].Problem!.Id.ShouldBe("AccountUpdateLossy");
        ends[First].Problem!.Message.ShouldContain("'scanRoleArn'");
        refusal.Problem.Id.ShouldBe("AccountUpdateLossy");
        _dig.CloudAccounts.Updated.ShouldHaveSingleItem();
    }

    /// <summary>One account, as the cmdlet changes it.</summary>
    private async Task<AccountUpdateEnd> ChangeAsync(AccountRoleChange change, bool force = false)
    {
        var updater = new AccountUpdater(_dig, change, force);
        var (updates, ends) = await updater.ConsiderAsync([(First, null)], default);
        return updates.Count == 0 ? ends[First] : (await updater.ApplyAsync(updates, default))[First];
    }
}
