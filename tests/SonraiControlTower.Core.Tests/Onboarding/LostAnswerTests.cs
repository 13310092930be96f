using SonraiControlTower.Core.Tests.Ports;
using static SonraiControlTower.Core.Tests.Onboarding.Onboard;

namespace SonraiControlTower.Core.Tests.Onboarding;

/// <summary>What the registrar makes of answers that do not come.</summary>
public sealed class LostAnswerTests
{
    private readonly FakeDig _dig = new(FakeDig.Blue);

    [Fact]
    public async Task A_lost_answer_is_settled_by_reading()
    {
        _dig.CloudAccounts.FateOf = id => id == First ? Fate.AnswerLost : Fate.Made;

        var results = await _dig.RegisterAsync(First, Second);

        results.ShouldAllBe(end => end.Result.Status == RegistrationStatus.Registered);
        _dig.CloudAccounts.Read.ShouldHaveSingleItem().ShouldBe([First]);
        _dig.CloudAccounts.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_about_an_account_that_others_registered_adopts_it()
    {
        _dig.CloudAccounts.FateOf = id =>
        {
            _dig.CloudAccounts.Add(id, registeredBy: null);
            return Fate.RequestLost;
        };

        (await _dig.RegisterAsync(First))[0].Result.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
    }

    [Fact]
    public async Task Only_what_a_read_showed_missing_is_sent_again()
    {
        var lost = new HashSet<AccountId> { First, Third };
        _dig.CloudAccounts.FateOf = id => lost.Remove(id) ? (id == First ? Fate.RequestLost : Fate.AnswerLost) : Fate.Made;

        var results = await _dig.RegisterAsync(First, Second, Third);

        results.ShouldAllBe(end => end.Result.Status == RegistrationStatus.Registered);
        _dig.CloudAccounts.Sent.Count.ShouldBe(2);
        _dig.CloudAccounts.Sent[1].ShouldBe([First]);
        _dig.CloudAccounts.SentBlindly.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_three_attempts_the_account_is_given_up()
    {
        _dig.CloudAccounts.FateOf = id => id == First ? Fate.RequestLost : Fate.Made;

        var results = await _dig.RegisterAsync(First, Second);

        results[0].Result.Status.ShouldBe(RegistrationStatus.Failed);
        results[0].Problem!.Id.ShouldBe("RegistrationAnswerLost");
        results[1].Result.Status.ShouldBe(RegistrationStatus.Registered);
        _dig.CloudAccounts.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_last_attempt_too_is_settled_by_reading()
    {
        var attempts = 0;
        _dig.CloudAccounts.FateOf = _ => ++attempts == 3 ? Fate.AnswerLost : Fate.RequestLost;

        (await _dig.RegisterAsync(First))[0].Result.Status.ShouldBe(RegistrationStatus.Registered);
    }

    [Fact]
    public async Task If_Dig_goes_away_before_anything_was_registered_the_run_ends()
    {
        _dig.CloudAccounts.Moment = _ => throw new SonraiException(DigProblems.Unreachable("acme", "the line is dead."));

        (await _dig.RegisterAsync(First).RefusalAsync()).Id.ShouldBe("DigUnreachable");
    }

    [Fact]
    public async Task If_Dig_goes_away_before_a_lost_answer_is_settled_the_confirmed_accounts_are_told_all_the_same()
    {
        _dig.CloudAccounts.FateOf = id => id == Second ? Fate.AnswerLost : Fate.Made;
        _dig.CloudAccounts.Moment = moment =>
        {
            if (moment >= 2)
            {
                throw new SonraiException(DigProblems.Unreachable("acme", "the line is dead."));
            }
        };

        var results = await _dig.RegisterAsync(First, Second);

        results[0].Result.Status.ShouldBe(RegistrationStatus.Registered);
        results[1].Result.Status.ShouldBe(RegistrationStatus.Failed);
        results[1].Problem!.Id.ShouldBe("DigUnreachable");
    }

    [Fact]
    public async Task Whoever_cancels_is_not_told_of_failures()
    {
        _dig.CloudAccounts.FateOf = id => id == Second ? Fate.AnswerLost : Fate.Made;
        _dig.CloudAccounts.Moment = moment =>
        {
            if (moment == 2)
            {
                throw new OperationCanceledException();
            }
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _dig.RegisterAsync(First, Second));
    }
}
