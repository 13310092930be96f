using SonraiControlTower.Core.Tests.Ports;
using static SonraiControlTower.Core.Tests.Onboarding.Onboard;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class AccountUnregistrarTests
{
    private readonly FakeDig _dig = new(FakeDig.Blue);
    private readonly AccountUnregistrar _unregistrar;

    public AccountUnregistrarTests() => _unregistrar = new AccountUnregistrar(_dig);

    [Fact]
    public async Task Only_registrations_made_through_this_module_are_found()
    {
        var ours = _dig.CloudAccounts.Add(First);
        _dig.CloudAccounts.Add(Second, registeredBy: null);

        var (registered, problems) = await _unregistrar.FindAsync([First, Second], force: false, default);

        registered.ShouldBe([ours]);
        problems.ShouldHaveSingleItem().Value.Id.ShouldBe("AccountRegisteredElsewhere");
        problems.Keys.ShouldBe([Second]);
    }

    [Fact]
    public async Task Whoever_insists_finds_the_others_too()
    {
        var ours = _dig.CloudAccounts.Add(First);
        var theirs = _dig.CloudAccounts.Add(Second, registeredBy: "somebody");

        var (registered, problems) = await _unregistrar.FindAsync([First, Second], force: true, default);

        registered.ShouldBe([ours, theirs]);
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_account_that_is_not_registered_is_said_so(bool force)
    {
        var (registered, problems) = await _unregistrar.FindAsync([First], force, default);

        registered.ShouldBeEmpty();
        problems[First].Id.ShouldBe("AccountNotRegistered");
    }

    [Fact]
    public async Task What_Dig_ends_has_ended_and_is_not_read_again()
    {
        var ours = _dig.CloudAccounts.Add(First);

        (await _unregistrar.UnregisterAsync([ours], default)).ShouldBeEmpty();

        _dig.CloudAccounts.Registered.ShouldBeEmpty();
        _dig.CloudAccounts.Read.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registration_that_is_gone_has_ended_whatever_the_answer_was()
    {
        var gone = _dig.CloudAccounts.Add(First);
        var left = _dig.CloudAccounts.Add(Second);
        _dig.CloudAccounts.RefusalOf = account =>
        {
            _dig.CloudAccounts.Registered.Remove(gone);
            return RegistrationProblems.UnregistrationRefused(AccountId.Parse(account.AccountId), "the answer was lost.");
        };

        var problems = await _unregistrar.UnregisterAsync([gone, left], default);

        problems.Keys.ShouldBe([Second]);
        problems[Second].Id.ShouldBe("UnregistrationRefused");
    }

    [Fact]
    public async Task A_refusal_does_not_stop_the_others()
    {
        var refused = _dig.CloudAccounts.Add(First);
        var ended = _dig.CloudAccounts.Add(Second);
        _dig.CloudAccounts.RefusalOf = account =>
            account == refused ? RegistrationProblems.UnregistrationRefused(First, "a discovery is running.") : null;

        var problems = await _unregistrar.UnregisterAsync([refused, ended], default);

        problems.Keys.ShouldBe([First]);
        _dig.CloudAccounts.Registered.ShouldBe([refused]);
    }
}
