namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class OperationTests
{
    private static readonly AccountId[] _workloads =
        [.. new[] { "000011112222", "111133335555", "222244446666", "333355557777", "444466668888", "555577779999" }.Select(AccountId.Parse)];

    private readonly Cloud _cloud = new();

    [Fact]
    public async Task An_operation_is_queued_then_runs_then_has_succeeded()
    {
        await _cloud.MakeSetAsync();
        var started = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Tracking), default);

        var seen = new List<(string, string)>();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var result = await _cloud.ResultAsync(started.OperationId, Cloud.Tracking);
            seen.Add(((await _cloud.OperationAsync(started.OperationId)).Status, result.Status));
            _cloud.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        seen.Distinct().ShouldBe([("QUEUED", "PENDING"), ("RUNNING", "RUNNING"), ("SUCCEEDED", "SUCCEEDED")]);
    }

    [Fact]
    public async Task The_same_id_again_begins_nothing_and_says_so()
    {
        await _cloud.MakeSetAsync();
        var request = _cloud.Request(Cloud.Tracking);

        var first = await _cloud.CloudFormation.StackInstances.CreateAsync(request, default);
        var second = await _cloud.CloudFormation.StackInstances.CreateAsync(request, default);

        first.AlreadyReceived.ShouldBeFalse();
        second.ShouldBe(new StartedOperation(first.OperationId, AlreadyReceived: true));
        (await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_set_does_one_thing_at_a_time()
    {
        await _cloud.MakeSetAsync();
        var running = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Tracking), default);

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Billing), default));
        await _cloud.EndAsync(running.OperationId);

        refusal.Problem.Id.ShouldBe(CloudFormationProblems.BusyId);
        refusal.Message.ShouldContain(running.OperationId);
        (await _cloud.DeployAsync(Cloud.Billing)).Status.ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task With_managed_execution_what_does_not_conflict_runs_at_once_and_the_rest_waits_in_order()
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged() with { ManagedExecution = true });
        var first = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Tracking), default);
        var other = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Billing), default);
        var same = await _cloud.CloudFormation.StackInstances.DeleteAsync(_cloud.Request(Cloud.Tracking), retainStacks: false, default);

        _cloud.Clock.Advance(TimeSpan.FromSeconds(1));

        (await _cloud.OperationAsync(first.OperationId)).Status.ShouldBe("RUNNING");
        (await _cloud.OperationAsync(other.OperationId)).Status.ShouldBe("RUNNING");
        (await _cloud.OperationAsync(same.OperationId)).Status.ShouldBe("QUEUED");
        (await _cloud.EndAsync(same.OperationId)).Status.ShouldBe("SUCCEEDED");
        (await _cloud.InstancesAsync()).ShouldHaveSingleItem().AccountId.ShouldBe(Cloud.Billing.ToString());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    public async Task Without_tolerance_for_more_as_many_have_failed_as_may_and_one(int tolerance, int failed)
    {
        await _cloud.MakeSetAsync();
        foreach (var account in _workloads)
        {
            _cloud.Zone.FailNextInstance(account, "Something broke");
        }

        var operation = await _cloud.DeployAsync(_cloud.Request(_workloads) with
        {
            Preferences = new() { FailureTolerance = Share.Count(tolerance), MaxConcurrent = Share.Count(6) },
        });

        operation.FailedInstances.ShouldBe(failed);
        operation.Status.ShouldBe("FAILED");
        var results = await _cloud.ResultsAsync(operation.OperationId);
        results.Count(result => result.StatusReason == "Something broke").ShouldBe(failed);
        results.Where(result => result.Status == "CANCELLED").ShouldAllBe(result => result.StatusReason == "Cancelled since failure tolerance has exceeded");
    }

    [Fact]
    public async Task Soft_tolerance_keeps_the_speed_and_lets_more_fail()
    {
        await _cloud.MakeSetAsync();
        foreach (var account in _workloads)
        {
            _cloud.Zone.FailNextInstance(account, "Something broke");
        }

        var operation = await _cloud.DeployAsync(_cloud.Request(_workloads) with
        {
            Preferences = new()
            {
                FailureTolerance = Share.Count(0),
                MaxConcurrent = Share.Count(6),
                ConcurrencyMode = ConcurrencyMode.SoftFailureTolerance,
            },
        });

        operation.Status.ShouldBe("FAILED");
        operation.FailedInstances.ShouldBe(6);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(2, 2)]
    [InlineData(50, 6)]
    public async Task So_many_are_worked_on_at_a_time(int? atOnce, int running)
    {
        await _cloud.MakeSetAsync();
        var started = await _cloud.CloudFormation.StackInstances.CreateAsync(
            _cloud.Request(_workloads) with
            {
                Preferences = new()
                {
                    MaxConcurrent = atOnce is { } count ? Share.Count(count) : null,
                    ConcurrencyMode = ConcurrencyMode.SoftFailureTolerance,
                },
            },
            default);

        _cloud.Clock.Advance(TimeSpan.FromSeconds(1));

        (await _cloud.ResultsAsync(started.OperationId)).Count(result => result.Status == "RUNNING").ShouldBe(running);
    }

    [Fact]
    public async Task A_percentage_is_rounded_down_but_one_is_always_worked_on()
    {
        await _cloud.MakeSetAsync();
        _cloud.Zone.FailNextInstance(_workloads[0], "Something broke");

        var operation = await _cloud.DeployAsync(_cloud.Request(_workloads) with
        {
            Preferences = new() { FailureTolerance = Share.Percentage(16), MaxConcurrent = Share.Percentage(1) },
        });

        operation.Status.ShouldBe("FAILED", "16 % of six is none");
    }

    [Fact]
    public async Task Regions_follow_one_another_in_the_given_order_and_a_failed_one_is_the_last()
    {
        await _cloud.MakeSetAsync();
        _cloud.Zone.FailNextInstance(Cloud.Tracking, "Something broke");

        var operation = await _cloud.DeployAsync(_cloud.Request(Cloud.Tracking) with
        {
            Regions = ["eu-west-1", "us-east-1"],
            Preferences = new() { RegionOrder = ["us-east-1", "eu-west-1"] },
        });

        operation.Status.ShouldBe("FAILED");
        (await _cloud.ResultsAsync(operation.OperationId)).Select(result => (result.Region, result.Status))
            .ShouldBe([("eu-west-1", "CANCELLED"), ("us-east-1", "FAILED")]);
    }

    [Fact]
    public async Task A_stopped_operation_ends_what_it_has_begun()
    {
        await _cloud.MakeSetAsync();
        var started = await _cloud.CloudFormation.StackInstances.CreateAsync(
            _cloud.Request(_workloads) with { Preferences = new() { MaxConcurrent = Share.Count(1) } }, default);
        _cloud.Clock.Advance(TimeSpan.FromSeconds(1));

        await _cloud.CloudFormation.Operations.StopAsync(_cloud.Reference, started.OperationId, default);
        var stopping = await _cloud.OperationAsync(started.OperationId);
        var stopped = await _cloud.EndAsync(started.OperationId);

        stopping.Status.ShouldBe("STOPPING");
        stopped.Status.ShouldBe("STOPPED");
        (await _cloud.ResultsAsync(started.OperationId)).Select(result => result.Status).ShouldBe(
            ["SUCCEEDED", "CANCELLED", "CANCELLED", "CANCELLED", "CANCELLED", "CANCELLED"]);
        (await Should.ThrowAsync<SonraiException>(() => _cloud.CloudFormation.Operations.StopAsync(_cloud.Reference, started.OperationId, default)))
            .Problem.Id.ShouldBe("StackSetInvalidOperation");
    }

    [Fact]
    public async Task A_queued_operation_can_be_stopped_before_it_begins()
    {
        await _cloud.MakeSetAsync();
        var started = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(_workloads), default);

        await _cloud.CloudFormation.Operations.StopAsync(_cloud.Reference, started.OperationId, default);
        var stopped = await _cloud.EndAsync(started.OperationId);

        stopped.Status.ShouldBe("STOPPED");
        (await _cloud.ResultsAsync(started.OperationId)).ShouldAllBe(result => result.Status == "CANCELLED");
    }

    [Fact]
    public async Task A_failed_instance_is_mended_by_another_operation()
    {
        await _cloud.MakeSetAsync();
        _cloud.Zone.FailNextInstance(Cloud.Tracking, "Something broke");
        await _cloud.DeployAsync(Cloud.Tracking);
        var before = await _cloud.InstanceAsync(Cloud.Tracking);

        await _cloud.DeployAsync(Cloud.Tracking);

        (before.Status, before.DetailedStatus, before.StatusReason).ShouldBe(("OUTDATED", "FAILED", "Something broke"));
        (await _cloud.InstanceAsync(Cloud.Tracking)).Status.ShouldBe("CURRENT");
    }

    [Fact]
    public async Task A_stack_that_somebody_deleted_in_the_account_is_made_anew()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        var keys = await _cloud.EnterAsync(Cloud.Tracking);
        var inAccount = await _cloud.Aws.OpenCloudFormationAsync(new AwsAccess().As(keys), default);
        var before = await _cloud.InstanceAsync(Cloud.Tracking);

        await inAccount.Stacks.DeleteAsync(before.StackId!, OperationId.New(), default);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = await _cloud.Iam(keys).Roles.GetAsync(Cloud.Set, default);
        await _cloud.DeployAsync(Cloud.Tracking);

        gone.ShouldBeNull();
        (await _cloud.InstanceAsync(Cloud.Tracking)).StackId.ShouldNotBe(before.StackId);
        (await _cloud.Iam(keys).Roles.GetAsync(Cloud.Set, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_elses_change_makes_one_request_stale()
    {
        await _cloud.MakeSetAsync();
        _cloud.Zone.MakeNextRequestStale(Cloud.Set);

        (await Should.ThrowAsync<SonraiException>(() => _cloud.DeployAsync(Cloud.Tracking))).Problem.Id.ShouldBe("StackSetStale");
        (await _cloud.DeployAsync(Cloud.Tracking)).Status.ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task Operations_are_listed_the_newest_first()
    {
        await _cloud.MakeSetAsync();
        var first = await _cloud.DeployAsync(Cloud.Tracking);
        var second = await _cloud.DeployAsync(Cloud.Billing);

        var listed = await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).ToListAsync();

        listed.ShouldBe([second, first]);
        (await _cloud.CloudFormation.Operations.DescribeAsync(_cloud.Reference, "no-such-operation", default)).ShouldBeNull();
    }
}
