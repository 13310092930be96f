namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class UpdateTests
{
    private const string NewId = "0d1c2b3a-0000-4000-8000-c0ffee000001";
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_new_external_id_is_written_into_the_role_that_is_there()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        var before = await RoleAsync();

        var operation = await UpdateAsync(Update());
        var after = await RoleAsync();
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));

        operation.Action.ShouldBe("UPDATE");
        after.RoleId.ShouldBe(before.RoleId, "the role is changed, not replaced");
        (await _cloud.AssumeAsync(Cloud.Tracking, externalId: NewId)).ShouldBeOfType<AssumedRole>();
        (await _cloud.AssumeAsync(Cloud.Tracking)).ShouldBeOfType<AssumeRoleDenied>();
    }

    [Fact]
    public async Task Instances_are_outdated_until_it_is_their_turn_those_that_are_not_targeted_too()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking, Cloud.Billing);

        var started = await _cloud.CloudFormation.StackSets.UpdateAsync(
            Update() with { Targets = DeploymentTargets.Of([Cloud.Tracking]), Regions = [Cloud.Region] }, default);
        var during = (await _cloud.InstancesAsync()).Select(instance => instance.Status).ToList();
        await _cloud.EndAsync(started.OperationId);

        during.ShouldBe(["OUTDATED", "OUTDATED"]);
        (await _cloud.InstanceAsync(Cloud.Tracking)).Status.ShouldBe("CURRENT");
        (await _cloud.InstanceAsync(Cloud.Billing)).Status.ShouldBe("OUTDATED");
    }

    [Fact]
    public async Task A_value_that_is_left_out_goes_back_to_the_default_and_null_keeps_it()
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged((RoleTemplateParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess)));

        await UpdateAsync(Update(new TemplateParameter(RoleTemplateParameters.PolicyChoice, null)));
        var kept = await _cloud.CloudFormation.StackSets.DescribeAsync(_cloud.Reference, default);
        await UpdateAsync(Update());
        var gone = await _cloud.CloudFormation.StackSets.DescribeAsync(_cloud.Reference, default);

        kept!.Parameters[RoleTemplateParameters.PolicyChoice].ShouldBe(CollectorPolicy.ReadOnlyAccess);
        gone!.Parameters[RoleTemplateParameters.PolicyChoice].ShouldBe(CollectorPolicy.SecurityAuditViewOnly);
        gone.Parameters[RoleTemplateParameters.CollectorExternalId].ShouldBe("****");
    }

    [Fact]
    public async Task Another_choice_of_policies_replaces_those_that_are_attached()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        await UpdateAsync(Update(new TemplateParameter(RoleTemplateParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess)));

        var attached = await _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking)).IdentityPolicies
            .ListAttachedAsync(IamIdentity.Role(Cloud.Set), default).ToListAsync();
        attached.ShouldHaveSingleItem().Name.ShouldBe("ReadOnlyAccess");
    }

    [Fact]
    public async Task Another_name_makes_another_role_and_removes_the_first()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        await UpdateAsync(Update(new TemplateParameter(RoleTemplateParameters.RoleName, "another-name")));

        var iam = _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking));
        (await iam.Roles.GetAsync("another-name", default)).ShouldNotBeNull();
        (await iam.Roles.GetAsync(Cloud.Set, default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_update_that_fails_leaves_the_role_as_it_was()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        var before = await RoleAsync();

        var operation = await UpdateAsync(Update(
            new TemplateParameter(RoleTemplateParameters.PermissionsBoundaryArn, $"arn:aws:iam::{Cloud.Tracking}:policy/none")));

        operation.Status.ShouldBe("FAILED");
        (await _cloud.ResultAsync(operation.OperationId, Cloud.Tracking)).StatusReason!.ShouldContain("Scope ARN");
        (await RoleAsync()).TrustPolicy.ShouldBe(before.TrustPolicy);
        (await _cloud.InstanceAsync(Cloud.Tracking)).Status.ShouldBe("OUTDATED");
    }

    [Fact]
    public async Task An_update_must_say_again_what_the_template_may_do()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        var update = Update();
        var operation = await UpdateAsync(update with { Definition = update.Definition with { Capabilities = [] } });

        (await _cloud.ResultAsync(operation.OperationId, Cloud.Tracking)).StatusReason.ShouldBe("Requires capabilities : [CAPABILITY_NAMED_IAM]");
    }

    [Fact]
    public async Task One_instance_can_have_other_values_than_the_set()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking, Cloud.Billing);

        var started = await _cloud.CloudFormation.StackInstances.UpdateAsync(
            _cloud.Request(Cloud.Billing) with { ParameterOverrides = [new(RoleTemplateParameters.CollectorExternalId, NewId)] }, default);
        await _cloud.EndAsync(started.OperationId);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));

        (await _cloud.AssumeAsync(Cloud.Billing, externalId: NewId)).ShouldBeOfType<AssumedRole>();
        (await _cloud.AssumeAsync(Cloud.Tracking)).ShouldBeOfType<AssumedRole>();
    }

    [Fact]
    public async Task An_instance_that_there_is_not_cannot_be_updated()
    {
        await _cloud.MakeSetAsync();

        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _cloud.CloudFormation.StackInstances.UpdateAsync(_cloud.Request(Cloud.Billing), default));

        refusal.Problem.Id.ShouldBe("StackInstanceNotFound");
    }

    [Fact]
    public async Task Managed_execution_cannot_be_switched_while_something_runs()
    {
        await _cloud.MakeSetAsync(Cloud.SelfManaged() with { ManagedExecution = true });
        await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(Cloud.Tracking), default);

        var update = Update();
        var refusal = await Should.ThrowAsync<SonraiException>(
            () => _cloud.CloudFormation.StackSets.UpdateAsync(update with { Definition = update.Definition with { ManagedExecution = false } }, default));

        refusal.Problem.Id.ShouldBe("StackSetInvalidOperation");
    }

    private static StackSetUpdate Update(params TemplateParameter[] others) => new()
    {
        Definition = new StackSetDefinition
        {
            StackSet = new StackSetRef(Cloud.Set),
            Capabilities = RoleTemplate.Collector.Capabilities,
            Parameters =
            [
                new(RoleTemplateParameters.CollectorAccount, null),
                new(RoleTemplateParameters.CollectorExternalId, NewId),
                .. others,
            ],
        },
        OperationId = OperationId.New(),
    };

    private async Task<StackSetOperation> UpdateAsync(StackSetUpdate update) =>
        await _cloud.EndAsync((await _cloud.CloudFormation.StackSets.UpdateAsync(update, default)).OperationId);

    private async Task<IamRole> RoleAsync() =>
        (await _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking)).Roles.GetAsync(Cloud.Set, default))!;
}
