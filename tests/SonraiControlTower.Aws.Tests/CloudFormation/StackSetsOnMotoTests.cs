using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class StackSetsOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task A_stack_set_is_read_back_as_it_was_made()
    {
        var aws = await OpenAsync();
        var id = await aws.StackSets.CreateAsync(CollectorRoll.Definition, OperationId.New(), default);

        var set = (await aws.StackSets.DescribeAsync(CollectorRoll.StackSet, default)).ShouldNotBeNull();

        set.Id.ShouldBe(id);
        set.Status.ShouldBe(StackSet.Active);
        set.PermissionModel.ShouldBe(PermissionModel.SelfManaged);
        set.Description.ShouldBe("The collector role");
        set.TemplateBody.ShouldBe(RoleTemplate.Collector.Body);
        set.AdministrationRoleArn.ShouldBe(CollectorRoll.Definition.AdministrationRoleArn);
        set.ExecutionRoleName.ShouldBe("AWSControlTowerExecution");
        set.Parameters["CollectorAccount"].ShouldBe("999988887777");
        set.Tags["CreatedBy"].ShouldBe("SonraiControlTower");
    }

    [MotoFact]
    public async Task A_stack_set_that_does_not_exist_is_none()
    {
        var aws = await OpenAsync();

        (await aws.StackSets.DescribeAsync(CollectorRoll.StackSet, default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(
            () => aws.StackInstances.CreateAsync(CollectorRoll.In("222222222222"), default))).Problem.Id.ShouldBe("StackSetNotFound");
    }

    [MotoFact]
    public async Task Instances_stand_in_every_account_with_the_role_in_it()
    {
        var aws = await OpenAsync();
        await aws.StackSets.CreateAsync(CollectorRoll.Definition, OperationId.New(), default);

        await aws.StackInstances.CreateAsync(
            CollectorRoll.In("222222222222", "333333333333") with
            {
                Preferences = new()
                {
                    FailureTolerance = Share.Percentage(100),
                    MaxConcurrent = Share.Count(10),
                    ConcurrencyMode = ConcurrencyMode.SoftFailureTolerance,
                    RegionConcurrency = RegionConcurrency.Parallel,
                },
            },
            default);

        var instances = await aws.StackInstances.ListAsync(CollectorRoll.StackSet, new(), default).ToListAsync();
        instances.Select(instance => instance.AccountId).ShouldBe(["222222222222", "333333333333"], ignoreOrder: true);
        instances.ShouldAllBe(instance => instance.Status == StackInstanceStatus.Current && instance.Region == "us-east-1");
    }

    [MotoFact]
    public async Task An_operation_is_found_with_what_it_did_in_each_account()
    {
        var aws = await OpenAsync();
        await aws.StackSets.CreateAsync(CollectorRoll.Definition, OperationId.New(), default);
        var started = await aws.StackInstances.CreateAsync(CollectorRoll.In("222222222222"), default);

        var operation = (await aws.Operations.DescribeAsync(CollectorRoll.StackSet, started.OperationId, default)).ShouldNotBeNull();
        operation.Action.ShouldBe("CREATE");
        operation.Status.ShouldBe(StackSetOperationStatus.Succeeded);
        operation.HasEnded.ShouldBeTrue();
        (await aws.Operations.ListAsync(CollectorRoll.StackSet, default).Select(one => one.OperationId).ToListAsync())
            .ShouldContain(started.OperationId);
        var result = await aws.Operations.ListResultsAsync(CollectorRoll.StackSet, started.OperationId, null, default).SingleAsync();
        result.AccountId.ShouldBe("222222222222");
        result.Status.ShouldBe("SUCCEEDED");
    }

    [MotoFact]
    public async Task An_update_of_the_set_carries_the_id_of_its_operation()
    {
        var aws = await OpenAsync();
        await aws.StackSets.CreateAsync(CollectorRoll.Definition, OperationId.New(), default);
        var id = OperationId.New();

        var started = await aws.StackSets.UpdateAsync(
            new()
            {
                Definition = CollectorRoll.Definition with { Description = "Reads", Parameters = [.. CollectorRoll.Parameters, new("PolicyChoice", "ReadOnlyAccess")] },
                OperationId = id,
            },
            default);

        started.ShouldBe(new StartedOperation($"{id}"));
        var set = (await aws.StackSets.DescribeAsync(CollectorRoll.StackSet, default)).ShouldNotBeNull();
        set.Description.ShouldBe("Reads");
        set.Parameters["PolicyChoice"].ShouldBe("ReadOnlyAccess");
    }

    [MotoFact]
    public async Task Instances_are_updated_with_overrides_and_operations_stopped()
    {
        var aws = await OpenAsync();
        await aws.StackSets.CreateAsync(CollectorRoll.Definition, OperationId.New(), default);
        await aws.StackInstances.CreateAsync(CollectorRoll.In("222222222222"), default);

        var started = await aws.StackInstances.UpdateAsync(
            CollectorRoll.In("222222222222") with { ParameterOverrides = [new("PolicyChoice", "ReadOnlyAccess")] }, default);
        await aws.Operations.StopAsync(CollectorRoll.StackSet, started.OperationId, default);

        (await aws.Operations.DescribeAsync(CollectorRoll.StackSet, started.OperationId, default)).ShouldNotBeNull()
            .Status.ShouldBe(StackSetOperationStatus.Stopped);
    }

    [MotoFact]
    public async Task A_set_goes_after_its_instances_and_not_before()
    {
        var aws = await OpenAsync();
        await aws.StackSets.CreateAsync(CollectorRoll.Definition, OperationId.New(), default);
        await aws.StackInstances.CreateAsync(CollectorRoll.In("222222222222"), default);

        var refused = await Should.ThrowAsync<SonraiException>(() => aws.StackSets.DeleteAsync(CollectorRoll.StackSet, default));
        refused.Problem.Id.ShouldBe("StackSetNotEmpty");

        await aws.StackInstances.DeleteAsync(CollectorRoll.In("222222222222"), retainStacks: false, default);
        await aws.StackSets.DeleteAsync(CollectorRoll.StackSet, default);

        (await aws.StackSets.DescribeAsync(CollectorRoll.StackSet, default)).ShouldBeNull();
    }

    private Task<ICloudFormation> OpenAsync() => Aws.OpenCloudFormationAsync(Access, default);
}
