using SonraiControlTower.Core.Tests.Integration.Events;
using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>The schedule, single events, and people.</summary>
public sealed class SetupCallTests
{
    private const string Schedule = """{ "source": "aws.events", "detail-type": "Scheduled Event", "id": "x", "time": "2026-08-30T21:42:18Z", "detail": {} }""";
    private readonly FakeHost _host = FakeHost.With(accounts: 6);

    // Defects 1 and 2 of the published integration: what no event told of is found.
    [Fact]
    public async Task The_schedule_brings_whatever_is_missing()
    {
        var answer = await _host.SetupAsync(Schedule);

        ((int)answer["accounts"]!).ShouldBe(6);
        ((int)answer["synced"]!).ShouldBe(6);
        _host.Registrations.Registered.Count.ShouldBe(6);
        _host.Fake.CloudFormation.OwnStacks.Now.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schedule_tells_of_each_account_that_failed_and_goes_on()
    {
        _host.Fake.CloudFormation.FailureOf = id => id == Given.Id(5) ? "no execution role" : null;

        var answer = await _host.SetupAsync(Schedule);

        ((int)answer["failed"]!).ShouldBe(1);
        ((int)answer["synced"]!).ShouldBe(5);
        _host.Lines.ShouldContain($"Account {Given.Id(5)}: Failed, no execution role");
    }

    // Defect 3 of the published integration, and defect 1 of a neighbour's: what is thrown, Lambda tries again.
    [Fact]
    public async Task What_keeps_the_schedule_from_its_work_leaves_the_function()
    {
        _host.Tenant.Outage = () => DigProblems.ServerError("acme", 503);

        (await _host.SetupAsync(Schedule).RefusalAsync()).Id.ShouldBe("DigServerError");
    }

    [Fact]
    public async Task What_there_is_no_time_for_waits_for_the_next_run()
    {
        _host.Fake.CloudFormation.Course = [.. Enumerable.Repeat(StackSetOperationStatus.Running, 500)];

        var answer = await _host.SetupAsync(Schedule);

        ((int)answer["pending"]!).ShouldBeGreaterThan(3);
        _host.Fake.Clock.Waited.ShouldBeLessThan(TimeSpan.FromSeconds(900));
    }

    [Fact]
    public async Task A_single_event_whose_account_is_not_in_step_leaves_the_function_as_a_failure()
    {
        _host.Fake.CloudFormation.FailureOf = id => "no execution role";

        var refusal = await _host.SetupAsync(Sample.Managed($"{Given.Id(3)}")).RefusalAsync();

        refusal.Id.ShouldBe("AccountsNotSynced");
        refusal.Message.ShouldContain($"{Given.Id(3)}");
    }

    [Fact]
    public async Task A_single_event_is_acted_on()
    {
        var answer = await _host.SetupAsync(Sample.Managed($"{Given.Id(3)}"));

        ((string)answer["results"]![0]!["accountId"]!).ShouldBe($"{Given.Id(3)}");
        ((string)answer["results"]![0]!["status"]!).ShouldBe(AccountSyncStatus.Synced);
    }

    [Fact]
    public async Task A_person_may_ask_for_everything_or_for_some()
    {
        var some = await _host.SetupAsync($$"""{"action":"onboard","accountIds":["{{Given.Id(3)}}","{{Given.Id(99)}}"]}""");
        var everything = await _host.SetupAsync("""{"action":"reconcile"}""");

        ((int)some["synced"]!).ShouldBe(1);
        some["unknown"]!.AsArray().Select(one => (string)one!).ShouldBe([$"{Given.Id(99)}"]);
        ((int)everything["synced"]!).ShouldBe(6);
    }

    [Fact]
    public async Task A_person_may_ask_how_things_are_and_nothing_changes()
    {
        var answer = await _host.SetupAsync("""{"action":"status"}""");

        ((string)answer["tokenStatus"]!).ShouldBe(TokenStatus.Valid);
        ((int)answer["pending"]!).ShouldBe(6);
        _host.Registrations.Registered.ShouldBeEmpty();
        _host.Fake.Count("CreateStackSet").ShouldBe(0);
    }

    [Fact]
    public async Task Asked_how_things_are_with_a_token_that_is_refused_it_says_so()
    {
        _host.Tenant.Revoke(FakeHost.FirstToken);

        ((string)(await _host.SetupAsync("""{"action":"status"}"""))["tokenStatus"]!).ShouldBe(TokenStatus.Refused);
    }

    [Theory]
    [InlineData("not json", "FunctionRequestUnreadable")]
    [InlineData("{}", "FunctionRequestUnreadable")]
    [InlineData("[]", "FunctionRequestUnreadable")]
    [InlineData("\"x\"", "FunctionRequestUnreadable")]
    [InlineData("""{"action":"destroy"}""", "FunctionRequestUnreadable")]
    [InlineData("""{"action":"onboard"}""", "FunctionRequestUnreadable")]
    [InlineData("""{"action":"onboard","accountIds":["12"]}""", "MalformedAccountId")]
    [InlineData("""{"RequestType":"Create","ResponseURL":"nowhere"}""", "FunctionRequestUnreadable")]
    public async Task What_is_nothing_to_act_on_is_refused_by_name(string payload, string problem) =>
        (await _host.SetupAsync(payload).RefusalAsync()).Id.ShouldBe(problem);

    [Fact]
    public async Task A_handler_that_there_is_not_is_refused() =>
        (await IntegrationFunctions.RunAsync("Another::Handler", _host.Environment, "{}", _host, default).RefusalAsync()).Id.ShouldBe("FunctionHandlerUnknown");

    [Theory]
    [InlineData(FunctionSettings.SecretId, "", "FunctionSettingMissing")]
    [InlineData(FunctionSettings.ExternalId, "", "FunctionSettingMissing")]
    [InlineData(FunctionSettings.Endpoint, "no address", "FunctionSettingUnusable")]
    [InlineData(FunctionSettings.TimeoutSeconds, "soon", "FunctionSettingUnusable")]
    public async Task A_setting_that_is_missing_or_cannot_be_used_is_named(string name, string value, string problem)
    {
        _host.Environment[name] = value;

        var refusal = await _host.SetupAsync("""{"action":"reconcile"}""").RefusalAsync();

        refusal.Id.ShouldBe(problem);
        refusal.Message.ShouldContain(name);
    }

    // Defect 12 of the published integration.
    [Fact]
    public async Task In_another_partition_the_roles_are_of_that_partition()
    {
        _host.Fake.Partition = "aws-us-gov";

        await _host.SetupAsync(Schedule);

        _host.Fake.CloudFormation.Only.Set.AdministrationRoleArn!.ShouldStartWith("arn:aws-us-gov:iam::");
    }

    // Defect 13 of the published integration.
    [Fact]
    public async Task The_read_only_role_is_never_given_as_the_bots()
    {
        await _host.SetupAsync(Schedule);

        _host.Registrations.Requests.ShouldAllBe(request => request.BotRoleArn == null);
    }

    [Fact]
    public async Task Of_what_it_answers_and_logs_nothing_is_secret()
    {
        var answer = (await _host.SetupAsync(Schedule)).ToJsonString();

        foreach (var text in _host.Lines.Append(answer))
        {
            text.ShouldNotContain(FakeHost.FirstToken);
            text.ShouldNotContain(Given.ExternalIdText);
        }
    }
}
