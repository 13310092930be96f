using SonraiControlTower.Core.Tests.Ports;
using static SonraiControlTower.Core.Tests.Onboarding.Onboard;

namespace SonraiControlTower.Core.Tests.Onboarding;

public sealed class AccountRegistrarTests
{
    private readonly FakeDig _dig = new(FakeDig.Blue, FakeDig.Green);

    [Fact]
    public async Task An_account_that_is_new_and_active_is_to_be_registered() =>
        (await Registrar(_dig).ConsiderAsync(Account(First), default)).ShouldBeNull();

    [Fact]
    public async Task A_registered_account_is_adopted_as_it_is()
    {
        var existing = _dig.CloudAccounts.Add(First);

        var result = await Registrar(_dig).ConsiderAsync(Account(First), default);

        result!.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
        result.Srn.ShouldBe(existing.Srn);
        result.RoleArn.ShouldBe(existing.RoleArn);
        result.Collector.ShouldBe("blue");
        result.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task An_account_of_another_collector_is_left_there_and_said_so()
    {
        _dig.CloudAccounts.Add(First, collector: FakeDig.Green);

        var result = await Registrar(_dig).ConsiderAsync(Account(First), default);

        result!.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
        result.Collector.ShouldBe("green");
        result.Reason.ShouldBe("It is registered with the collector 'green', and was left there.");
    }

    [Theory]
    [InlineData("SUSPENDED")]
    [InlineData("PENDING_CLOSURE")]
    public async Task An_account_that_is_not_active_is_skipped_with_the_reason(string status)
    {
        var result = await Registrar(_dig).ConsiderAsync(Account(First, status), default);

        result!.Status.ShouldBe(RegistrationStatus.Skipped);
        result.Reason.ShouldNotBeNull().ShouldContain($"is {status},");
    }

    [Fact]
    public async Task A_suspended_account_that_is_registered_is_adopted()
    {
        _dig.CloudAccounts.Add(First);

        (await Registrar(_dig).ConsiderAsync(Account(First, "SUSPENDED"), default))!.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
    }

    [Fact]
    public async Task What_is_registered_is_read_once_for_all_accounts()
    {
        var moments = 0;
        _dig.CloudAccounts.Moment = _ => moments++;
        var registrar = Registrar(_dig);

        await registrar.ConsiderAsync(Account(First), default);
        await registrar.ConsiderAsync(Account(Second), default);

        // One listing for each of the two collectors, seen at its beginning and its end.
        moments.ShouldBe(4);
    }

    [Fact]
    public async Task A_registration_names_the_roles_of_its_own_account()
    {
        var results = await Registrar(_dig, "sonrai-bot-role").RegisterAsync([Account(First)], default);

        var result = results.ShouldHaveSingleItem().Result;
        result.Status.ShouldBe(RegistrationStatus.Registered);
        result.RoleArn.ShouldBe("arn:aws:iam::000000000001:role/sonrai-collector-role");
        result.Collector.ShouldBe("blue");
        result.Srn.ShouldBe(_dig.CloudAccounts.Registered.ShouldHaveSingleItem().Srn);
    }

    [Fact]
    public async Task Each_account_has_one_result_in_the_order_given()
    {
        _dig.CloudAccounts.FateOf = id => id == Second ? Fate.Refused : Fate.Made;

        var results = await _dig.RegisterAsync(Third, Second, First);

        results.Select(end => end.Result.AccountId).ShouldBe([Third.ToString(), Second.ToString(), First.ToString()]);
        _dig.CloudAccounts.Sent.ShouldHaveSingleItem().ShouldBe([Third, Second, First]);
    }

    [Fact]
    public async Task An_account_that_Dig_refuses_does_not_stop_the_others()
    {
        _dig.CloudAccounts.FateOf = id => id == First ? Fate.Refused : Fate.Made;

        var results = await _dig.RegisterAsync(First, Second);

        results[0].Result.Status.ShouldBe(RegistrationStatus.Failed);
        results[0].Problem!.Id.ShouldBe("RegistrationRefused");
        results[0].Result.Reason.ShouldBe(results[0].Problem!.Message);
        results[1].Result.Status.ShouldBe(RegistrationStatus.Registered);
        results[1].Problem.ShouldBeNull();
    }

    [Fact]
    public async Task An_account_that_Dig_refuses_is_not_sent_again()
    {
        _dig.CloudAccounts.FateOf = _ => Fate.Refused;

        await _dig.RegisterAsync(First);

        _dig.CloudAccounts.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_Dig_refuses_because_another_was_quicker_is_adopted()
    {
        _dig.CloudAccounts.FateOf = id =>
        {
            _dig.CloudAccounts.Add(id, registeredBy: null, FakeDig.Green);
            return Fate.Refused;
        };

        var end = (await _dig.RegisterAsync(First)).ShouldHaveSingleItem();

        end.Result.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
        end.Result.Collector.ShouldBe("green");
        end.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task An_account_given_twice_is_sent_once_and_answered_twice()
    {
        var results = await _dig.RegisterAsync(First, First);

        results.Count.ShouldBe(2);
        _dig.CloudAccounts.Registered.Count.ShouldBe(1);
    }
}
