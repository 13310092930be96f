namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class DeletionTests
{
    private readonly Cloud _cloud = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_role_goes_with_its_instance_unless_it_is_retained(bool retain)
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        var operation = await DeleteAsync(retain, Cloud.Tracking);

        operation.RetainStacks.ShouldBe(retain);
        (await _cloud.InstancesAsync()).ShouldBeEmpty();
        var role = await _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking)).Roles.GetAsync(Cloud.Set, default);
        (role is not null).ShouldBe(retain);
    }

    [Fact]
    public async Task A_set_with_instances_is_not_deleted()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        (await Should.ThrowAsync<SonraiException>(() => _cloud.CloudFormation.StackSets.DeleteAsync(_cloud.Reference, default)))
            .Problem.Id.ShouldBe("StackSetNotEmpty");
        await DeleteAsync(retain: false, Cloud.Tracking);
        await _cloud.CloudFormation.StackSets.DeleteAsync(_cloud.Reference, default);
        await _cloud.CloudFormation.StackSets.DeleteAsync(_cloud.Reference, default);

        (await _cloud.CloudFormation.StackSets.DescribeAsync(_cloud.Reference, default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_that_was_suspended_meanwhile_keeps_its_instance_until_its_stack_is_retained()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Zone.CloseAccount(Cloud.Tracking);

        await DeleteAsync(retain: false, Cloud.Tracking);
        var skipped = await _cloud.InstanceAsync(Cloud.Tracking);
        await DeleteAsync(retain: true, Cloud.Tracking);

        skipped.DetailedStatus.ShouldBe(StackInstanceDetailedStatus.SkippedSuspendedAccount);
        (await _cloud.InstancesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_removed_is_inoperable_and_no_longer_updated()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        _cloud.Zone.RemoveExecutionRole(Cloud.Tracking);

        var operation = await DeleteAsync(retain: false, Cloud.Tracking);
        var instance = await _cloud.InstanceAsync(Cloud.Tracking);
        var update = await _cloud.CloudFormation.StackSets.UpdateAsync(
            new StackSetUpdate { Definition = Cloud.SelfManaged(), OperationId = OperationId.New() }, default);

        operation.FailedInstances.ShouldBe(1);
        (instance.Status, instance.DetailedStatus).ShouldBe((StackInstanceStatus.Inoperable, StackInstanceDetailedStatus.Inoperable));
        instance.StatusReason!.ShouldContain("should have 'AWSControlTowerExecution' role");
        (await _cloud.ResultsAsync(update.OperationId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_to_which_somebody_attached_a_policy_cannot_be_removed()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);
        await _cloud.Iam(await _cloud.EnterAsync(Cloud.Tracking)).IdentityPolicies.AttachAsync(
            IamIdentity.Role(Cloud.Set), "arn:aws:iam::aws:policy/PowerUserAccess", default);

        await DeleteAsync(retain: false, Cloud.Tracking);

        (await _cloud.InstanceAsync(Cloud.Tracking)).StatusReason!.ShouldContain("must detach all policies first");
    }

    [Fact]
    public async Task Accounts_without_an_instance_are_no_results()
    {
        await _cloud.MakeSetAsync();
        await _cloud.DeployAsync(Cloud.Tracking);

        var operation = await DeleteAsync(retain: false, Cloud.Tracking, Cloud.Billing);

        (await _cloud.ResultsAsync(operation.OperationId)).ShouldHaveSingleItem();
    }

    private async Task<StackSetOperation> DeleteAsync(bool retain, params AccountId[] accounts) => await _cloud.EndAsync(
        (await _cloud.CloudFormation.StackInstances.DeleteAsync(_cloud.Request(accounts), retain, default)).OperationId);
}
