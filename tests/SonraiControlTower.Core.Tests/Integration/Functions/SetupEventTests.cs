using SonraiControlTower.Core.Tests.Integration.Events;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>Events by way of the queue.</summary>
public sealed class SetupEventTests
{
    private readonly FakeHost _host = FakeHost.With(accounts: 6);

    private IEnumerable<string> Registered => _host.Registrations.Registered.Select(account => account.AccountId);

    [Fact]
    public async Task An_account_that_Control_Tower_made_gets_its_role_and_only_then_its_registration()
    {
        (await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")))).ShouldBeEmpty();

        Registered.ShouldBe([$"{Given.Id(3)}"]);
        _host.Fake.Roles.ShouldContainKey((Given.Id(3), RegistrationPlan.DefaultRoleName));
    }

    // Defect 3 of the published integration.
    [Fact]
    public async Task Of_two_accounts_in_the_same_second_both_get_a_role_and_both_are_registered()
    {
        (await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")), ("b", Sample.Managed($"{Given.Id(4)}")))).ShouldBeEmpty();

        Registered.Order().ShouldBe([$"{Given.Id(3)}", $"{Given.Id(4)}"]);
        _host.Fake.Count("CreateStackInstances").ShouldBe(1);
    }

    // Defect 3 of the published integration, and defect 1 of a neighbour's.
    [Fact]
    public async Task An_account_whose_role_does_not_get_there_is_kept_by_the_queue_and_not_registered()
    {
        _host.Fake.CloudFormation.FailureOf = id => id == Given.Id(3) ? "no execution role" : null;

        var kept = await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")), ("b", Sample.Managed($"{Given.Id(4)}")));

        kept.ShouldBe(["a"]);
        Registered.ShouldBe([$"{Given.Id(4)}"]);
        _host.Fake.CloudFormation.FailureOf = _ => null;
        (await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")))).ShouldBeEmpty();
        Registered.Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_event_that_comes_twice_or_late_registers_once()
    {
        var one = Sample.Managed($"{Given.Id(3)}");
        await _host.QueueAsync(("a", one), ("b", one));
        await _host.QueueAsync(("c", Sample.Managed($"{Given.Id(3)}", "UpdateManagedAccount")));
        await _host.QueueAsync(("d", one));

        Registered.ShouldBe([$"{Given.Id(3)}"]);
        _host.Registrations.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_is_not_known_yet_is_kept_by_the_queue_until_it_is()
    {
        (await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(7)}")))).ShouldBe(["a"]);
        _host.Fake.Organizations.AddAccount(_host.Fake.Organizations.Root);

        (await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(7)}")))).ShouldBeEmpty();
        Registered.ShouldBe([$"{Given.Id(7)}"]);
    }

    [Fact]
    public async Task One_message_of_poison_does_not_hinder_the_others()
    {
        var kept = await _host.QueueAsync(("a", "poison"), ("b", Sample.Managed($"{Given.Id(3)}")), ("c", "{}"));

        kept.ShouldBe(["a", "c"]);
        Registered.ShouldBe([$"{Given.Id(3)}"]);
    }

    [Fact]
    public async Task What_failed_at_AWS_or_is_not_for_us_is_told_and_done_without_asking_anybody()
    {
        var kept = await _host.QueueAsync(
            ("a", Sample.Managed($"{Given.Id(3)}", state: "FAILED")),
            ("b", Sample.ControlTower("EnableGuardrail", """{ "x": { "state": "SUCCEEDED" } }""")));

        kept.ShouldBeEmpty();
        _host.Fake.Requests.ShouldBeEmpty();
        _host.Lines.ShouldContain(line => line.Contains("It ended FAILED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_that_was_registered_brings_every_account_below_it()
    {
        var unit = _host.Fake.Organizations.ParentOf(Given.Id(3))!;
        _host.Fake.CloudFormation.FailureOf = id => id == Given.Id(6) ? "no execution role" : null;

        var kept = await _host.QueueAsync(("a", Sample.Unit("RegisterOrganizationalUnit", "registerOrganizationalUnitStatus", unit)), ("b", Sample.Managed($"{Given.Id(4)}")));

        Registered.Order().ShouldBe([$"{Given.Id(3)}", $"{Given.Id(4)}"]);
        kept.ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_unit_that_is_gone_has_everything_looked_at()
    {
        (await _host.QueueAsync(("a", Sample.Unit("DeregisterOrganizationalUnit", "deregisterOrganizationalUnitStatus", "ou-root-99999999")))).ShouldBeEmpty();

        Registered.Count().ShouldBe(6);
    }

    [Fact]
    public async Task With_the_landing_zone_everything_is_looked_at_and_one_account_that_fails_is_left_to_the_schedule()
    {
        _host.Fake.CloudFormation.FailureOf = id => id == Given.Id(5) ? "no execution role" : null;

        (await _host.QueueAsync(("a", Sample.LandingZone("UpdateLandingZone")))).ShouldBeEmpty();

        Registered.Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("ListAccounts")]
    [InlineData("DescribeStackSet")]
    [InlineData("CreateStackInstances")]
    [InlineData("GetSecretValue")]
    [InlineData("PlatformAccounts")]
    public async Task A_service_that_throttles_has_the_queue_keep_the_whole_batch(string request)
    {
        _host.Fake.Moment = _ =>
        {
            if (_host.Fake.Requests.Last() == request || (request == "ListAccounts" && _host.Fake.Requests.Last() == "Organizations"))
            {
                throw new SonraiException(AwsProblems.Throttled(request));
            }
        };

        var kept = await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")), ("b", Sample.Managed($"{Given.Id(4)}")), ("c", Sample.Managed($"{Given.Id(5)}", state: "FAILED")));

        kept.ShouldBe(["a", "b"]);
        Registered.ShouldBeEmpty();
        _host.Fake.Moment = _ => { };
        (await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")), ("b", Sample.Managed($"{Given.Id(4)}")))).ShouldBeEmpty();
        Registered.Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_function_has_no_time_for_the_queue_keeps()
    {
        _host.Fake.CloudFormation.Course = [.. Enumerable.Repeat(StackSetOperationStatus.Running, 500)];

        var kept = await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")), ("b", Sample.Managed($"{Given.Id(4)}", state: "FAILED")));

        kept.ShouldBe(["a"]);
        Registered.ShouldBeEmpty();
        _host.Fake.Clock.Waited.ShouldBeLessThan(TimeSpan.FromSeconds(900));
    }

    [Fact]
    public async Task Five_hundred_events_bring_each_of_five_hundred_accounts_once()
    {
        var host = FakeHost.With(accounts: 500);
        var events = Enumerable.Range(3, 498).Select(number => ($"m{number}", Sample.Managed($"{Given.Id(number)}"))).ToList();

        foreach (var batch in events.Concat(events).Chunk(100))
        {
            (await host.QueueAsync(batch)).ShouldBeEmpty();
        }

        host.Registrations.Requests.Select(request => request.AccountId).Order().ShouldBe(Enumerable.Range(3, 498).Select(Given.Id));
        host.Registrations.SentBlindly.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_was_closed_is_told_of_with_what_remains_and_nothing_is_removed()
    {
        await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")));

        var kept = await _host.QueueAsync(("b", Sample.Result("CloseAccountResult", "closeAccountStatus", $"{Given.Id(3)}")), ("c", Sample.Result("CloseAccountResult", "closeAccountStatus", $"{Given.Id(4)}")));

        kept.ShouldBeEmpty();
        _host.Lines.ShouldContain(line => line.Contains("its registration and its stack instance remain", StringComparison.Ordinal));
        _host.Lines.ShouldContain($"Account {Given.Id(4)} left; nothing of it remains.");
        Registered.ShouldBe([$"{Given.Id(3)}"]);
        _host.Fake.Count("DeleteStackInstances").ShouldBe(0);
    }

    [Fact]
    public async Task What_left_before_there_was_a_stack_set_leaves_nothing()
    {
        (await _host.QueueAsync(("a", Sample.Result("CloseAccountResult", "closeAccountStatus", $"{Given.Id(4)}")))).ShouldBeEmpty();

        _host.Lines.ShouldContain($"Account {Given.Id(4)} left; nothing of it remains.");
    }

    // Defect 9 of the published integration.
    [Fact]
    public async Task Every_call_opens_Dig_with_the_token_that_is_in_use_then()
    {
        await _host.QueueAsync(("a", Sample.Managed($"{Given.Id(3)}")));
        await _host.RotateAllAsync();
        _host.Tenant.Revoke(FakeHost.FirstToken);

        (await _host.QueueAsync(("b", Sample.Managed($"{Given.Id(4)}")))).ShouldBeEmpty();

        Registered.Count().ShouldBe(2);
        _host.Tenant.Open.ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_without_messages_is_done() => (await _host.QueueAsync()).ShouldBeEmpty();
}
