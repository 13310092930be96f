using System.Text.Json.Nodes;
using SonraiControlTower.Core.Tests.Integration.Functions;
using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Integration.Rotation;

public sealed class RotationTests
{
    private readonly FakeHost _host = FakeHost.With(accounts: 2);

    private FakeSecretsManager Secret => _host.Fake.Secrets;

    private string CurrentToken => (string)JsonNode.Parse(Secret.Current)!["sonrai_token"]!;

    [Fact]
    public async Task Four_steps_put_a_new_token_in_the_place_of_the_old_one_which_stays_valid()
    {
        await _host.RotateAllAsync();

        CurrentToken.ShouldBe("made-1");
        _host.Tenant.Accepts(FakeHost.FirstToken).ShouldBeTrue();
        Secret.Stages[SecretStage.Previous].ShouldBe("first");
        _host.Tenant.Asked.ShouldBe([("Control Tower Integration", TimeSpan.FromDays(30))]);
        _host.Tenant.Open.ShouldBe(0);
    }

    [Fact]
    public async Task The_end_that_Dig_granted_is_written_down_not_the_one_that_was_asked_for()
    {
        _host.Tenant.Grant = _ => TimeSpan.FromDays(20);

        await _host.RotateAllAsync();

        ((string)JsonNode.Parse(Secret.Current)!["sonrai_token_expires_at"]!).ShouldBe("2026-03-21T12:00:00Z");
    }

    [Fact]
    public async Task Where_nobody_says_when_a_token_ends_nothing_is_written_of_it()
    {
        Secret.Begin("""{"sonrai_token":"token-of-the-stack","sonrai_token_expires_at":"2026-03-02T12:00:00Z"}""");
        _host.Tenant.TellsEnd = false;

        await _host.RotateAllAsync();

        JsonNode.Parse(Secret.Current)!["sonrai_token_expires_at"].ShouldBeNull();
    }

    [Fact]
    public async Task Whatever_else_the_secret_keeps_stays()
    {
        Secret.Begin("""{"owner":"security","sonrai_token":"token-of-the-stack","nested":{"a":[1,2]}}""");

        await _host.RotateAllAsync();

        var json = JsonNode.Parse(Secret.Current)!;
        ((string)json["owner"]!).ShouldBe("security");
        json["nested"]!.ToJsonString().ShouldBe("""{"a":[1,2]}""");
        CurrentToken.ShouldBe("made-1");
    }

    // Left behind by AWS's own template: secrets-manager-rotation-lambdas#168.
    [Fact]
    public async Task No_version_stays_pending_when_all_is_done()
    {
        await _host.RotateAllAsync();

        Secret.Stages.Keys.ShouldNotContain(SecretStage.Pending);
    }

    [Fact]
    public async Task Every_step_may_come_twice()
    {
        Secret.Stage("second");
        foreach (var step in new[] { RotationStep.Create, RotationStep.Set, RotationStep.Test, RotationStep.Finish })
        {
            await _host.RotateAsync(step);
            await _host.RotateAsync(step);
        }

        CurrentToken.ShouldBe("made-1");
        _host.Tenant.Tokens.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_calls_of_one_step_at_the_same_time_leave_one_token_in_the_version()
    {
        Secret.Stage("second");
        var first = true;
        _host.Fake.Moment = _ =>
        {
            if (first && _host.Fake.Requests.Last() == "PutSecretValue" && Secret.Texts.Count == 1)
            {
                first = false;
                Secret.PutValueAsync(
                    FakeSecretsManager.Arn, OperationId.Parse("second"), new SecretText("""{"sonrai_token":"of-the-other"}"""), [SecretStage.Pending], default);
            }
        };

        var answer = await _host.RotateAsync(RotationStep.Create);

        ((string)answer["outcome"]!).ShouldContain("from another call");
        Secret.Texts["second"].Reveal().ShouldContain("of-the-other");
    }

    // Defect 8 of the published integration.
    [Fact]
    public async Task A_token_that_Dig_does_not_accept_never_comes_into_use()
    {
        Secret.Stage("second");
        await _host.RotateAsync(RotationStep.Create);
        _host.Tenant.Revoke("made-1");

        (await _host.RotateAsync(RotationStep.Test).RefusalAsync()).Id.ShouldBe("NewTokenRefused");

        CurrentToken.ShouldBe(FakeHost.FirstToken);
    }

    // Defect 8 of the published integration.
    [Theory]
    [InlineData(RotationStep.Set)]
    [InlineData(RotationStep.Test)]
    [InlineData(RotationStep.Finish)]
    public async Task A_version_that_keeps_nothing_yet_stops_the_later_steps(string step)
    {
        Secret.Stage("second");

        (await _host.RotateAsync(step).RefusalAsync()).Id.ShouldBe("TokenSecretUnusable");

        CurrentToken.ShouldBe(FakeHost.FirstToken);
    }

    // Defect 9 of the published integration.
    [Fact]
    public async Task The_token_that_is_in_use_now_makes_the_next_one_whichever_made_the_last()
    {
        await _host.RotateAllAsync("second");
        await _host.RotateAllAsync("third");

        _host.Tenant.Opened.ShouldBe([FakeHost.FirstToken, "made-1", "made-1", "made-2"]);
        CurrentToken.ShouldBe("made-2");
    }

    [Fact]
    public async Task A_token_that_would_end_before_the_next_rotation_is_not_taken()
    {
        _host.Tenant.Grant = _ => TimeSpan.FromHours(2);
        Secret.Stage("second");

        var refusal = await _host.RotateAsync(RotationStep.Create).RefusalAsync();

        refusal.Id.ShouldBe("TokenOutlivedByInterval");
        refusal.Message.ShouldContain("2 hours");
        refusal.Message.ShouldContain("15 days");
        Secret.Texts.Keys.ShouldBe(["first"]);
    }

    [Theory]
    [InlineData(30, null, "TokenOutlivedByInterval")]
    [InlineData(null, "rate(30 days)", "TokenOutlivedByInterval")]
    [InlineData(null, "rate(3 hours)", "RotationIntervalTooShort")]
    public async Task A_lifetime_is_held_against_the_interval_before_a_token_is_made(int? days, string? schedule, string problem)
    {
        (Secret.AutomaticallyAfterDays, Secret.ScheduleExpression) = (days, schedule);
        Secret.Stage("second");

        (await _host.RotateAsync(RotationStep.Create).RefusalAsync()).Id.ShouldBe(problem);

        _host.Tenant.Tokens.ShouldBe([FakeHost.FirstToken]);
    }

    [Fact]
    public async Task A_schedule_that_cannot_be_told_in_days_counts_as_the_stack_was_asked_for()
    {
        (Secret.AutomaticallyAfterDays, Secret.ScheduleExpression) = (null, "cron(0 8 1 * ? *)");

        await _host.RotateAllAsync();

        CurrentToken.ShouldBe("made-1");
    }

    [Fact]
    public async Task A_secret_that_is_not_rotated_is_left_alone()
    {
        Secret.Stage("second");
        Secret.IsRotationEnabled = false;

        (await _host.RotateAsync(RotationStep.Create).RefusalAsync()).Id.ShouldBe("RotationNotEnabled");
    }

    [Fact]
    public async Task Only_a_version_that_is_being_made_is_worked_on()
    {
        (await _host.RotateAsync(RotationStep.Create, "unknown").RefusalAsync()).Id.ShouldBe("RotationVersionUnfit");
        await _host.RotateAllAsync();
        (await _host.RotateAsync(RotationStep.Create, "first").RefusalAsync()).Id.ShouldBe("RotationVersionUnfit");
        (await _host.RotateAsync(RotationStep.Create, secret: "another").RefusalAsync()).Id.ShouldBe("SecretNotFound");
        _host.Tenant.Tokens.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_in_use_is_left_as_it_is()
    {
        var answer = await _host.RotateAsync(RotationStep.Create, "first");

        ((string)answer["outcome"]!).ShouldBe("The version is in use already.");
        _host.Tenant.Tokens.ShouldBe([FakeHost.FirstToken]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Step":7}""")]
    public async Task What_is_no_step_is_refused(string payload)
    {
        var run = IntegrationFunctions.RunAsync(IntegrationFunctions.RotateCredentialsHandler, _host.Environment, payload, _host, default);

        (await run.RefusalAsync()).Id.ShouldBeOneOf("RotationRequestUnreadable", "FunctionRequestUnreadable");
    }

    [Fact]
    public async Task An_unknown_step_is_refused()
    {
        Secret.Stage("second");

        (await _host.RotateAsync("setEverything").RefusalAsync()).Id.ShouldBe("RotationRequestUnreadable");
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("[]")]
    [InlineData("""{"sonrai_token":""}""")]
    [InlineData("""{"sonrai_token":7}""")]
    [InlineData("""{"token":"x"}""")]
    public async Task A_secret_without_a_token_is_said_so_and_not_shown(string text)
    {
        Secret.Begin(text);
        Secret.Stage("second");

        var refusal = await _host.RotateAsync(RotationStep.Create).RefusalAsync();

        refusal.Id.ShouldBe("TokenSecretUnusable");
        refusal.Message.ShouldNotContain(text);
    }

    [Theory]
    [InlineData("DescribeSecret")]
    [InlineData("GetSecretValue")]
    [InlineData("PutSecretValue")]
    [InlineData("UpdateSecretVersionStage")]
    public async Task A_request_that_AWS_throttles_ends_the_step_and_the_next_try_goes_on(string request)
    {
        _host.Fake.Moment = _ =>
        {
            if (_host.Fake.Requests.Last() == request)
            {
                throw new SonraiException(AwsProblems.Throttled(request));
            }
        };
        (await _host.RotateAllAsync().RefusalAsync()).Kind.ShouldBe(ProblemKind.Throttled);
        _host.Fake.Moment = _ => { };

        await _host.RotateAllAsync();

        _host.Tenant.Accepts(CurrentToken).ShouldBeTrue();
        CurrentToken.ShouldNotBe(FakeHost.FirstToken);
    }

    [Fact]
    public async Task No_token_is_ever_written_into_the_log()
    {
        await _host.RotateAllAsync();

        _host.Lines.ShouldNotBeEmpty();
        _host.Lines.ShouldAllBe(line => !line.Contains("made-1", StringComparison.Ordinal) && !line.Contains(FakeHost.FirstToken, StringComparison.Ordinal));
    }
}
