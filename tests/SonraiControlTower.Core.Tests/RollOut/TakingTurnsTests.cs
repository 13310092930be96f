using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

/// <summary>A stack set does one thing at a time.</summary>
public sealed class TakingTurnsTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 6);

    [Fact]
    public async Task An_operation_of_somebody_else_is_waited_for_and_ours_is_sent_when_it_has_ended()
    {
        var set = _aws.CloudFormation.Add(Given.Plan.Define());
        set.Start(_aws.CloudFormation, OperationId.Parse("theirs"), "UPDATE", [], _ => { });

        var told = await _aws.InstallAsync();

        told.Count(CollectorRoleStatus.Installed).ShouldBe(6);
        told.Progress.ShouldContain(progress => progress.Activity.Contains("theirs"));
        _aws.Count("CreateStackInstances").ShouldBe(1);
    }

    [Fact]
    public async Task An_operation_that_slips_in_between_is_waited_for_and_ours_is_sent_again_with_the_same_id()
    {
        var set = _aws.CloudFormation.Add(Given.Plan.Define());
        var slipped = false;
        _aws.Moment = _ =>
        {
            if (!slipped && _aws.Requests.Last() == "CreateStackInstances")
            {
                slipped = true;
                set.Start(_aws.CloudFormation, OperationId.Parse("theirs"), "UPDATE", [], _ => { });
            }
        };

        var told = await _aws.InstallAsync();

        told.Count(CollectorRoleStatus.Installed).ShouldBe(6);
        _aws.Count("CreateStackInstances").ShouldBe(2);
        _aws.CloudFormation.Created.ShouldHaveSingleItem();
        _aws.Clock.Waited.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Our_own_operation_is_sent_once_however_long_it_runs()
    {
        _aws.CloudFormation.Course = [.. Enumerable.Repeat(StackSetOperationStatus.Queued, 30), .. Enumerable.Repeat(StackSetOperationStatus.Running, 200)];

        await _aws.InstallAsync();

        _aws.Count("CreateStackInstances").ShouldBe(1);
        _aws.CloudFormation.Only.Operations.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_look_that_fails_for_a_passing_reason_does_not_end_the_wait()
    {
        var failures = 3;
        _aws.Moment = _ =>
        {
            if (_aws.Requests.Last() == "DescribeStackSetOperation" && failures-- > 0)
            {
                throw new SonraiException(AwsProblems.Throttled("DescribeStackSetOperation"));
            }
        };

        (await _aws.InstallAsync()).Count(CollectorRoleStatus.Installed).ShouldBe(6);
    }

    [Fact]
    public async Task Looks_that_go_on_failing_end_the_run_with_their_reason()
    {
        _aws.Moment = _ =>
        {
            if (_aws.Requests.Last() == "DescribeStackSetOperation")
            {
                throw new SonraiException(AwsProblems.Unreachable("DescribeStackSetOperation", "no route"));
            }
        };

        (await _aws.InstallAsync().RefusalAsync()).Id.ShouldBe("AwsUnreachable");
    }
}

internal static class Definitions
{
    /// <summary>The set as an earlier run made it.</summary>
    public static StackSetDefinition Define(this RollOutPlan plan) => new()
    {
        StackSet = plan.StackSet,
        TemplateBody = plan.Role.Template.Body,
        Parameters = plan.Role.Parameters,
        ExecutionRoleName = plan.ExecutionRoleName,
        PermissionModel = plan.PermissionModel,
        Tags = new Dictionary<string, string> { [RollOutPlan.MarkKey] = RegistrationRequest.RegisteredBy },
    };
}
