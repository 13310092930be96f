namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class StackSetTests
{
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_set_is_as_it_was_made_and_hides_the_external_id()
    {
        var id = await _cloud.MakeSetAsync();

        var set = await _cloud.CloudFormation.StackSets.DescribeAsync(new StackSetRef(id), default);

        set!.Name.ShouldBe(Cloud.Set);
        set.Id.ShouldBe(id);
        set.TemplateBody.ShouldBe(RoleTemplate.Collector.Body);
        set.ExecutionRoleName.ShouldBe("AWSControlTowerExecution");
        set.Parameters[RoleTemplateParameters.CollectorExternalId].ShouldBe("****");
        set.Parameters[RoleTemplateParameters.RoleName].ShouldBe("sonrai-collector-role");
    }

    [Fact]
    public async Task The_same_request_again_gives_the_same_set()
    {
        var token = OperationId.New();

        var first = await _cloud.CloudFormation.StackSets.CreateAsync(Cloud.SelfManaged(), token, default);
        var second = await _cloud.CloudFormation.StackSets.CreateAsync(Cloud.SelfManaged(), token, default);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task The_same_request_after_a_change_is_told_so()
    {
        var token = OperationId.New();
        await _cloud.CloudFormation.StackSets.CreateAsync(Cloud.SelfManaged(), token, default);
        await _cloud.CloudFormation.StackSets.UpdateAsync(new StackSetUpdate { Definition = Cloud.SelfManaged(), OperationId = OperationId.New() }, default);

        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.CloudFormation.StackSets.CreateAsync(Cloud.SelfManaged(), token, default));

        refusal.Problem.Id.ShouldBe("StackSetCreatedOtherwise");
    }

    [Fact]
    public async Task Another_request_for_the_name_is_refused()
    {
        await _cloud.MakeSetAsync();

        (await Should.ThrowAsync<SonraiException>(() => _cloud.MakeSetAsync())).Problem.Id.ShouldBe("StackSetNameExists");
    }

    [Fact]
    public async Task A_set_belongs_to_its_region()
    {
        await _cloud.MakeSetAsync();

        var elsewhere = await _cloud.Aws.OpenCloudFormationAsync(new AwsAccess { Region = "us-east-1" }, default);

        (await elsewhere.StackSets.DescribeAsync(_cloud.Reference, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_asked_of_a_set_that_there_is_not_is_refused()
    {
        (await Should.ThrowAsync<SonraiException>(() => _cloud.DeployAsync(Cloud.Tracking))).Problem.Id.ShouldBe("StackSetNotFound");
        (await Should.ThrowAsync<SonraiException>(() => _cloud.InstancesAsync())).Problem.Id.ShouldBe("StackSetNotFound");
    }

    [Fact]
    public async Task A_role_without_the_capability_is_not_made()
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged() with { Capabilities = ["CAPABILITY_IAM"] });

        var operation = await _cloud.DeployAsync(Cloud.Tracking);

        (await _cloud.ResultAsync(operation.OperationId, Cloud.Tracking)).StatusReason.ShouldBe("Requires capabilities : [CAPABILITY_NAMED_IAM]");
    }

    [Fact]
    public async Task A_service_control_policy_over_an_account_fails_its_instance_and_is_named()
    {
        await _cloud.MakeSetAsync();
        _cloud.Zone.AttachServiceControlPolicy(
            "ou-q7xk-8cm1vr6h", "no-new-roles", """{"Statement":[{"Effect":"Deny","Action":"iam:CreateRole","Resource":"*"}]}""");

        var operation = await _cloud.DeployAsync(Cloud.Tracking, Cloud.Billing);

        operation.FailedInstances.ShouldBe(1);
        var reason = (await _cloud.ResultAsync(operation.OperationId, Cloud.Tracking)).StatusReason!;
        AccessDenial.Parse(reason).Policy.ShouldBe(DenyingPolicy.ServiceControlPolicy);
        reason.ShouldContain("iam:CreateRole");
    }

    [Fact]
    public async Task The_collector_may_not_touch_stack_sets()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        var keys = ((AssumedRole)await _cloud.AssumeAsync(Cloud.Tracking)).Keys;
        var asCollector = await _cloud.Aws.OpenCloudFormationAsync(new AwsAccess().As(keys), default);

        var refusal = await Should.ThrowAsync<SonraiException>(() => asCollector.StackSets.CreateAsync(Cloud.SelfManaged(), OperationId.New(), default));

        refusal.Problem.Id.ShouldBe("AwsAccessDenied");
    }
}
