namespace SonraiControlTower.Engine.Tests.CloudAccounts;

public sealed class LocalCloudAccountsTests
{
    private readonly LocalDig _dig = Engines.Started();

    [Fact]
    public async Task A_registration_keeps_what_was_asked_for_and_by_whom()
    {
        var account = await _dig.RegisteredAsync(Engines.First);

        account.AccountId.ShouldBe("111122223333");
        account.Collector.ShouldBe("blue");
        account.RoleArn.ShouldBe("arn:aws:iam::111122223333:role/sonrai-collector-role");
        account.BotRoleArn.ShouldBe("arn:aws:iam::111122223333:role/sonrai-bot-role");
        account.RegisteredBy.ShouldBe("SonraiControlTower");
        account.Srn.ShouldStartWith("srn:acme::PlatformCloudAccount/");
    }

    [Fact]
    public async Task Each_request_is_answered_in_its_order()
    {
        var answers = await _dig.CloudAccounts.RegisterAsync(
            Engines.Blue, [Engines.Request(Engines.Third), Engines.Request(Engines.First)], default);

        answers.Select(answer => answer.AccountId).ShouldBe([Engines.Third, Engines.First]);
        answers.ShouldAllBe(answer => answer.Outcome == RegistrationOutcome.Made && answer.Srn != null && answer.Problem == null);
    }

    [Fact]
    public async Task A_registered_account_is_refused_and_does_not_touch_the_others()
    {
        var before = await _dig.RegisteredAsync(Engines.First, Engines.Green);

        var answers = await _dig.CloudAccounts.RegisterAsync(
            Engines.Blue, [Engines.Request(Engines.First), Engines.Request(Engines.Second)], default);

        answers[0].Outcome.ShouldBe(RegistrationOutcome.Refused);
        answers[0].Problem!.Id.ShouldBe("RegistrationRefused");
        answers[0].Problem!.Message.ShouldContain("'green'");
        answers[1].Outcome.ShouldBe(RegistrationOutcome.Made);
        (await _dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBe([before]);
    }

    [Fact]
    public async Task An_account_twice_in_one_request_is_registered_once()
    {
        var answers = await _dig.CloudAccounts.RegisterAsync(
            Engines.Blue, [Engines.Request(Engines.First), Engines.Request(Engines.First)], default);

        answers.Select(answer => answer.Outcome).ShouldBe([RegistrationOutcome.Made, RegistrationOutcome.Refused]);
    }

    [Fact]
    public async Task An_unknown_collector_is_named_and_the_known_ones_are_offered()
    {
        var unknown = new SonraiCollector("red", "srn:acme::PlatformAccount/red", "aws");

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _dig.CloudAccounts.RegisterAsync(unknown, [Engines.Request(Engines.First)], default));

        refusal.Problem.Id.ShouldBe("CollectorNotFound");
        refusal.Problem.Remedy.ShouldBe("Give one of these: 'blue', 'green'.");
        (await _dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collector_lists_its_own_accounts_in_the_order_of_their_ids()
    {
        await _dig.RegisteredAsync(Engines.Third);
        await _dig.RegisteredAsync(Engines.Second, Engines.Green);
        await _dig.RegisteredAsync(Engines.First);

        var listed = await _dig.CloudAccounts.ListAsync(Engines.Blue, default).ToListAsync();

        listed.Select(account => account.AccountId).ShouldBe(["111122223333", "333344445555"]);
    }

    [Fact]
    public async Task A_listing_shows_what_there_was_when_it_began()
    {
        await _dig.RegisteredAsync(Engines.First);
        await _dig.RegisteredAsync(Engines.Third);
        var listed = new List<string>();

        await foreach (var account in _dig.CloudAccounts.ListAsync(Engines.Blue, default))
        {
            listed.Add(account.AccountId);
            await _dig.CloudAccounts.RegisterAsync(Engines.Blue, [Engines.Request(Engines.Second)], default);
        }

        listed.ShouldBe(["111122223333", "333344445555"]);
    }

    [Fact]
    public async Task Accounts_are_found_with_whichever_collector_they_are()
    {
        var first = await _dig.RegisteredAsync(Engines.First);
        var second = await _dig.RegisteredAsync(Engines.Second, Engines.Green);

        var found = await _dig.CloudAccounts.FindAsync([Engines.Third, Engines.Second, Engines.First, Engines.First], default);

        found.ShouldBe([first, second]);
    }

    [Fact]
    public async Task An_ended_registration_is_gone_and_may_be_made_anew()
    {
        var ended = await _dig.RegisteredAsync(Engines.First);

        var problems = await _dig.CloudAccounts.UnregisterAsync([ended], default);

        problems.ShouldBeEmpty();
        (await _dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBeEmpty();
        (await _dig.RegisteredAsync(Engines.First)).Srn.ShouldNotBe(ended.Srn);
    }

    [Fact]
    public async Task A_registration_made_anew_is_not_ended_by_the_name_of_the_old_one()
    {
        var old = await _dig.RegisteredAsync(Engines.First);
        await _dig.CloudAccounts.UnregisterAsync([old], default);
        var renewed = await _dig.RegisteredAsync(Engines.First);

        var problems = await _dig.CloudAccounts.UnregisterAsync([old], default);

        problems[Engines.First].Id.ShouldBe("UnregistrationRefused");
        (await _dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBe([renewed]);
    }

    [Fact]
    public async Task More_than_a_hundred_accounts_are_too_many_for_one_request()
    {
        var requests = Enumerable.Range(0, 101).Select(number => Engines.Request(AccountId.Parse($"{number:D12}"))).ToList();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _dig.CloudAccounts.RegisterAsync(Engines.Blue, requests, default));
    }

    [Fact]
    public async Task Of_many_threads_that_register_one_account_exactly_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
            _dig.CloudAccounts.RegisterAsync(Engines.Blue, [Engines.Request(Engines.First)], default))));

        answers.Count(answer => answer[0].Outcome == RegistrationOutcome.Made).ShouldBe(1);
    }
}
