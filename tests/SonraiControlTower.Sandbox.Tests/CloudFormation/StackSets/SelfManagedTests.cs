namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class SelfManagedTests
{
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_roll_out_makes_the_role_in_every_account()
    {
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(Cloud.Tracking, Cloud.Billing);

        operation.Status.ShouldBe(StackSetOperationStatus.Succeeded);
        var role = await _cloud.Iam(await _cloud.EnterAsync(Cloud.Billing)).Roles.GetAsync(Cloud.Set, default);
        role!.Arn.ShouldBe($"arn:aws:iam::{Cloud.Billing}:role/sonrai-collector-role");
        role.TrustPolicy.Json.ShouldContain($"arn:aws:iam::{Zones.Audit}:root");
    }

    [Fact]
    public async Task The_collector_can_assume_the_role_once_IAM_has_spread_it()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        var early = await _cloud.AssumeAsync(Cloud.Tracking);
        _cloud.Clock.Advance(_cloud.Zone.IamDelay);
        var late = await _cloud.AssumeAsync(Cloud.Tracking);

        early.ShouldBeOfType<AssumeRoleDenied>();
        late.ShouldBeOfType<AssumedRole>();
    }

    [Fact]
    public async Task An_account_without_the_execution_role_fails_with_AWSs_reason()
    {
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(Cloud.Tracking, Cloud.Harbourline);

        operation.Status.ShouldBe(StackSetOperationStatus.Succeeded, "one failure is within tolerance");
        operation.FailedInstances.ShouldBe(1);
        var result = await _cloud.ResultAsync(operation.OperationId, Cloud.Harbourline);
        result.Status.ShouldBe("FAILED");
        result.StatusReason.ShouldBe(
            $"Account {Cloud.Harbourline} should have 'AWSControlTowerExecution' role with trust relationship to Role 'service-role/AWSControlTowerStackSetRole'.");
    }

    [Fact]
    public async Task The_management_account_has_no_execution_role()
    {
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(Zones.Management);

        (await _cloud.ResultAsync(operation.OperationId, Zones.Management)).StatusReason!.ShouldContain("should have 'AWSControlTowerExecution' role");
    }

    [Fact]
    public async Task A_role_that_somebody_else_made_makes_the_instance_fail()
    {
        _cloud.Zone.CreateRole(Cloud.Billing, new NewRole
        {
            Name = Cloud.Set,
            TrustPolicy = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}"""),
        });
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(Cloud.Billing);

        var reason = (await _cloud.ResultAsync(operation.OperationId, Cloud.Billing)).StatusReason!;
        reason.ShouldStartWith("ResourceLogicalId:CollectorRole, ResourceType:AWS::IAM::Role, ResourceStatusReason:Resource handler returned message: \"Role with name sonrai-collector-role already exists.");
        reason.ShouldContain("HandlerErrorCode: AlreadyExists");
    }

    [Fact]
    public async Task A_second_region_meets_the_role_of_the_first_since_IAM_is_global()
    {
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(_cloud.Request(Cloud.Tracking) with { Regions = ["eu-west-1", "us-east-1"] });

        var results = await _cloud.ResultsAsync(operation.OperationId);
        results.Select(result => result.Status).ShouldBe(["SUCCEEDED", "FAILED"]);
        results[1].StatusReason!.ShouldContain("sonrai-collector-role already exists in stack arn:aws:cloudformation:eu-west-1:");
    }

    [Fact]
    public async Task A_suspended_account_is_skipped_and_is_no_failure()
    {
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(Cloud.Tracking, Cloud.Suspended);

        operation.FailedInstances.ShouldBe(0);
        var instance = await _cloud.InstanceAsync(Cloud.Suspended);
        instance.Status.ShouldBe(StackInstanceStatus.Outdated);
        instance.DetailedStatus.ShouldBe(StackInstanceDetailedStatus.SkippedSuspendedAccount);
    }

    [Fact]
    public async Task An_administration_role_that_does_not_exist_is_refused()
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged() with { AdministrationRoleArn = $"arn:aws:iam::{Zones.Management}:role/nobody" });

        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.DeployAsync(Cloud.Tracking));

        refusal.Problem.Id.ShouldBe("CloudFormationRefused");
        refusal.Message.ShouldContain("is invalid or cannot be assumed");
    }

    [Fact]
    public async Task An_account_of_another_organization_fails_for_itself()
    {
        await _cloud.MakeSetAsync();

        var operation = await _cloud.DeployAsync(Cloud.Tracking, AccountId.Parse("987654321098"));

        operation.FailedInstances.ShouldBe(1);
    }

    [Fact]
    public async Task Work_goes_as_fast_as_the_landing_zone_says()
    {
        _cloud.Zone.OperationSpeed = 100;
        await _cloud.MakeSetAsync();
        var started = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Tracking, Cloud.Billing), default);

        _cloud.Clock.Advance(TimeSpan.FromSeconds(0.1));

        (await _cloud.OperationAsync(started.OperationId)).Status.ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task Organizational_units_are_no_targets_of_a_self_managed_set()
    {
        await _cloud.MakeSetAsync();

        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In(["r-q7xk"]))));

        refusal.Problem.Id.ShouldBe("CloudFormationRefused");
    }
}
