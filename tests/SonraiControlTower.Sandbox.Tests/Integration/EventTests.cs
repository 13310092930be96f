using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox.Tests.Integration;

public sealed class EventTests
{
    private const string NewAccount = """{"source":"aws.controltower","detail-type":"AWS Service Event via CloudTrail","detail":{"eventName":"CreateManagedAccount"}}""";
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _visibility = TimeSpan.FromSeconds(5_420);
    private readonly IntegrationCloud _cloud = new();

    private Functions Functions => _cloud.Functions;

    [Fact]
    public async Task Account_Factory_tells_the_function_of_a_new_account_through_the_queue()
    {
        await _cloud.DeployAsync();

        var account = _cloud.Zone.CreateManagedAccount("Route planner prod", "aws+route-planner-prod@example.com", "Tracking");
        await _cloud.PassAsync(_window);

        var happened = Functions.Events.ShouldHaveSingleItem();
        happened["region"]!.ToString().ShouldBe("eu-west-1");
        var status = happened["detail"]!["serviceEventDetails"]!["createManagedAccountStatus"]!;
        status["account"]!["accountId"]!.ToString().ShouldBe(account.AccountId);
        status["organizationalUnit"]!["organizationalUnitName"]!.ToString().ShouldBe("Tracking");
        status["state"]!.ToString().ShouldBe("SUCCEEDED");
        (await QueueAsync()).IsEmpty.ShouldBeTrue();
        (await _cloud.Cloud.EnterAsync(AccountId.Parse(account.AccountId))).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_envelope_is_the_one_that_Lambda_hands_over()
    {
        await _cloud.DeployAsync();

        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount);
        await _cloud.PassAsync(_window);

        var record = Functions.Setup.Last()["Records"]!.AsArray().ShouldHaveSingleItem()!;
        record["body"]!.ToString().ShouldBe(NewAccount);
        record["eventSource"]!.ToString().ShouldBe("aws:sqs");
        record["eventSourceARN"]!.ToString().ShouldStartWith("arn:aws:sqs:eu-west-1:111122223333:sonrai-integration-EventQueue-");
        record["attributes"]!["ApproximateReceiveCount"]!.ToString().ShouldBe("1");
    }

    [Fact]
    public async Task Events_of_Organizations_come_home_only_by_the_second_stack()
    {
        await _cloud.DeployAsync();

        var before = _cloud.Zone.CreateAccount("One", "aws+one@example.com");
        await _cloud.PassAsync(_window);
        var between = Functions.Events.Count();
        await ForwardAsync();
        var after = _cloud.Zone.CreateAccount("Two", "aws+two@example.com");
        _cloud.Zone.MoveAccount(AccountId.Parse(after.AccountId), "r-q7xk", "ou-q7xk-1xq5lf8u");
        _cloud.Zone.CloseAccount(AccountId.Parse(before.AccountId));
        await _cloud.PassAsync(_window);

        between.ShouldBe(0);
        Functions.Events.Select(one => one["detail"]!["eventName"]!.ToString()).ShouldBe(["CreateAccountResult", "MoveAccount", "CloseAccountResult"]);
        Functions.Events.ShouldAllBe(one => one["region"]!.ToString() == "us-east-1");
        Functions.Events.First()["detail"]!["serviceEventDetails"]!["createAccountStatus"]!["accountId"]!.ToString().ShouldBe(after.AccountId);
    }

    [Fact]
    public async Task An_updated_account_and_a_registered_unit_are_told_of_too()
    {
        await _cloud.DeployAsync();

        _cloud.Zone.UpdateManagedAccount(Cloud.Harbourline);
        _cloud.Zone.UpdateManagedAccount(Cloud.Billing, succeeds: false);
        _cloud.Zone.RegisterOrganizationalUnit("Workloads");
        await _cloud.PassAsync(_window);

        Functions.Events.Select(one => one["detail"]!["eventName"]!.ToString())
            .ShouldBe(["UpdateManagedAccount", "UpdateManagedAccount", "RegisterOrganizationalUnit"]);
        (await _cloud.Cloud.EnterAsync(Cloud.Harbourline)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_rules_do_not_name_is_let_pass()
    {
        await _cloud.DeployAsync();

        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount.Replace("AWS Service Event via CloudTrail", "AWS API Call via CloudTrail", StringComparison.Ordinal));
        await _cloud.Zone.PublishAsync("eu-central-1", NewAccount);
        await _cloud.PassAsync(_window);

        Functions.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_events_at_once_come_in_batches_and_never_two_at_a_time()
    {
        await _cloud.DeployAsync();
        var (running, most) = (0, 0);
        Functions.Work = _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            Interlocked.Decrement(ref running);
            return """{"batchItemFailures":[]}""";
        };

        for (var number = 0; number < 250; number++)
        {
            await _cloud.Zone.PublishAsync("eu-west-1", NewAccount.Replace("CreateManagedAccount\"", $"CreateManagedAccount\",\"number\":{number}", StringComparison.Ordinal));
        }

        await _cloud.PassAsync(_window);

        Functions.Events.Select(one => (int)one["detail"]!["number"]!).Order().ShouldBe(Enumerable.Range(0, 250));
        Functions.Setup.Skip(1).Select(one => one["Records"]!.AsArray().Count).ShouldAllBe(count => count <= 100);
        most.ShouldBe(1);
        (await QueueAsync()).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_the_messages_that_failed_come_back_and_after_five_times_they_are_dead()
    {
        await _cloud.DeployAsync();
        Functions.Work = payload => new JsonObject
        {
            ["batchItemFailures"] = new JsonArray([.. payload["Records"]!.AsArray()
                .Where(record => record!["body"]!.ToString().Contains("poison", StringComparison.Ordinal))
                .Select(record => new JsonObject { ["itemIdentifier"] = record!["messageId"]!.ToString() })]),
        }.ToJsonString();

        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount);
        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount.Replace("CreateManagedAccount\"", "CreateManagedAccount\",\"is\":\"poison\"", StringComparison.Ordinal));
        await _cloud.PassAsync(_window);
        var first = await QueueAsync();
        for (var time = 0; time < 5; time++)
        {
            await _cloud.PassAsync(_visibility);
            await _cloud.PassAsync(_window);
        }

        (first.Waiting, first.InFlight).ShouldBe((0, 1));
        Functions.Events.Count().ShouldBe(6);
        (await QueueAsync()).IsEmpty.ShouldBeTrue();
        (await QueueAsync(IntegrationOutputs.EventDeadLetterQueueUrl)).Waiting.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"no-such-message"}]}""")]
    [InlineData("no JSON at all")]
    [InlineData(null)]
    public async Task An_answer_that_makes_no_sense_or_an_error_means_that_all_messages_failed(string? answer)
    {
        await _cloud.DeployAsync();
        Functions.Work = _ => answer ?? throw new InvalidOperationException("Broken.");

        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount);
        await _cloud.PassAsync(_window);

        (await QueueAsync()).InFlight.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_over_and_is_told_to_stop()
    {
        await _cloud.DeployAsync();
        var stopped = new TaskCompletionSource();
        _cloud.Zone.FunctionCode = async (_, cancellationToken) =>
        {
            cancellationToken.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return string.Empty;
        };

        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount);
        _cloud.Cloud.Clock.Advance(_window);
        await QueueAsync();
        _cloud.Cloud.Clock.Advance(TimeSpan.FromSeconds(900));
        await _cloud.Zone.SettleAsync(default);
        await stopped.Task;

        (await QueueAsync()).InFlight.ShouldBe(1);
    }

    [Fact]
    public async Task The_schedule_calls_the_function_every_hour_and_a_failure_is_tried_twice_more()
    {
        await _cloud.DeployAsync();
        Functions.Work = _ => throw new InvalidOperationException("Dig is down.");

        await _cloud.PassAsync(TimeSpan.FromHours(1));
        await _cloud.PassAsync(TimeSpan.FromMinutes(1));
        await _cloud.PassAsync(TimeSpan.FromMinutes(2));
        await _cloud.PassAsync(TimeSpan.FromMinutes(10));

        var scheduled = Functions.Setup.Where(one => one["detail-type"]?.ToString() == "Scheduled Event").ToList();
        scheduled.Count.ShouldBe(3);
        scheduled.Select(one => one["id"]!.ToString()).Distinct().Count().ShouldBe(1);
        scheduled[0]["source"]!.ToString().ShouldBe("aws.events");
        scheduled[0]["resources"]![0]!.ToString().ShouldStartWith("arn:aws:events:eu-west-1:111122223333:rule/sonrai-integration-ReconcileSchedule-");
    }

    [Fact]
    public async Task A_rule_that_somebody_switched_off_or_a_target_that_is_gone_lets_events_be_lost()
    {
        await _cloud.DeployAsync();
        var rule = await _cloud.OutputAsync(IntegrationOutputs.LifecycleRuleName);

        _cloud.Zone.DisableRule(rule);
        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount);
        _cloud.Zone.DetachTarget(rule, "EventQueue");
        await _cloud.PassAsync(_window);

        Functions.Events.ShouldBeEmpty();
        (await _cloud.EventBridge().DescribeRuleAsync(rule, default))!.IsEnabled.ShouldBeFalse();
        (await _cloud.EventBridge().ListTargetsByRuleAsync(rule, default).ToListAsync()).ShouldBeEmpty();
        (await _cloud.EventBridge().DescribeRuleAsync("no-such-rule", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_queue_whose_policy_does_not_let_the_rule_in_gets_nothing()
    {
        var body = IntegrationTemplate.Main.Body.Replace("- !GetAtt LifecycleRule.Arn", "- arn:aws:events:eu-west-1:111122223333:rule/another", StringComparison.Ordinal);
        await _cloud.WithPackageAsync();
        await _cloud.EndAsync(await _cloud.Stacks.CreateAsync(IntegrationCloud.Request() with { TemplateBody = body }, default));

        await _cloud.Zone.PublishAsync("eu-west-1", NewAccount);
        await _cloud.PassAsync(_window);

        Functions.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_can_call_the_function_and_wait_for_its_answer()
    {
        await _cloud.DeployAsync();
        var name = await _cloud.OutputAsync(IntegrationOutputs.SetupFunctionName);
        Functions.Work = payload => payload["action"]?.ToString() == "status" ? """{"ok":true}""" : throw new InvalidOperationException("No.");

        var answer = await _cloud.Lambda.InvokeAsync(name, """{"action":"status"}""", default);
        var failed = await _cloud.Lambda.InvokeAsync(name, "{}", default);

        answer.ShouldBe(new LambdaAnswer(null, """{"ok":true}"""));
        failed.FunctionError.ShouldBe("Unhandled");
        failed.Payload.ShouldContain("No.");
        (await _cloud.Lambda.ListEventSourceMappingsAsync(name, default).ToListAsync()).ShouldHaveSingleItem().State.ShouldBe("Enabled");
        (await _cloud.Lambda.GetFunctionAsync(name, default))!.Handler.ShouldBe("SonraiControlTower.Lambda::SonraiControlTower.Lambda.SetupHandler::HandleAsync");
        (await Should.ThrowAsync<SonraiException>(() => _cloud.Lambda.InvokeAsync("no-such-function", "{}", default))).Problem.Id.ShouldBe("LambdaNotFound");
    }

    [Fact]
    public async Task A_message_can_be_put_among_the_dead_letters()
    {
        await _cloud.DeployAsync();

        _cloud.Zone.PutMessage(await _cloud.OutputAsync(IntegrationOutputs.EventDeadLetterQueueUrl), NewAccount);

        (await QueueAsync(IntegrationOutputs.EventDeadLetterQueueUrl)).Waiting.ShouldBe(1);
        (await QueueAsync()).DeadLetterArn.ShouldBe((await QueueAsync(IntegrationOutputs.EventDeadLetterQueueUrl)).Arn);
    }

    [Fact]
    public async Task Without_code_an_invocation_fails()
    {
        await _cloud.DeployAsync();
        _cloud.Zone.FunctionCode = null;

        var run = _cloud.Lambda.InvokeAsync(await _cloud.OutputAsync(IntegrationOutputs.SetupFunctionName), "{}", default);
        await _cloud.Zone.SettleAsync(default);

        (await run).FunctionError.ShouldBe("Unhandled");
    }

    private async Task<SqsQueue> QueueAsync(string output = IntegrationOutputs.EventQueueUrl) =>
        (await _cloud.Sqs.GetQueueAsync(await _cloud.OutputAsync(output), default))!;

    private async Task ForwardAsync()
    {
        var cloudFormation = await _cloud.Cloud.Aws.OpenCloudFormationAsync(new AwsAccess { Region = "us-east-1" }, default);
        var id = await cloudFormation.Stacks.CreateAsync(
            new StackRequest
            {
                Name = "sonrai-organization-events",
                TemplateBody = IntegrationTemplate.OrganizationEvents.Body,
                Parameters = [new TemplateParameter(IntegrationParameters.HomeRegion, "eu-west-1")],
                Capabilities = ["CAPABILITY_IAM"],
                RequestToken = OperationId.New(),
            },
            default);
        for (var look = 0; look < 100 && (await cloudFormation.Stacks.DescribeAsync(id, default))!.Status != StackStatus.CreateComplete; look++)
        {
            _cloud.Cloud.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        // Until IAM has told everybody of the role, EventBridge does not get it.
        await _cloud.PassAsync(_cloud.Zone.IamDelay);
    }
}
