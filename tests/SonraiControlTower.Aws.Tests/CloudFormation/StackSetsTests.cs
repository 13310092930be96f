namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class StackSetsTests
{
    [Fact]
    public async Task A_service_managed_set_is_asked_for_and_read_with_all_that_it_has()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("CreateStackSet", _ => "<StackSetId>SonraiDigAccess:1</StackSetId>");
        fixture.Wire.On("DescribeStackSet", _ => """
            <StackSet><StackSetName>SonraiDigAccess</StackSetName><StackSetId>SonraiDigAccess:1</StackSetId><Status>ACTIVE</Status>
            <StackSetARN>arn:aws:cloudformation:eu-west-1:111111111111:stackset/SonraiDigAccess:1</StackSetARN>
            <PermissionModel>SERVICE_MANAGED</PermissionModel><Parameters><member><ParameterKey>CollectorExternalId</ParameterKey>
            <ParameterValue>****</ParameterValue></member></Parameters><Capabilities><member>CAPABILITY_NAMED_IAM</member></Capabilities><Tags/>
            <AutoDeployment><Enabled>true</Enabled><RetainStacksOnAccountRemoval>false</RetainStacksOnAccountRemoval></AutoDeployment>
            <ManagedExecution><Active>true</Active></ManagedExecution>
            <OrganizationalUnitIds><member>r-exam</member></OrganizationalUnitIds><Regions><member>eu-west-1</member></Regions></StackSet>
            """);
        var wanted = CollectorRoll.Definition with
        {
            PermissionModel = PermissionModel.ServiceManaged,
            AdministrationRoleArn = null,
            ExecutionRoleName = null,
            AutoDeployment = new(Enabled: true, RetainStacksOnAccountRemoval: false),
            ManagedExecution = true,
        };

        var token = OperationId.New();
        (await fixture.CloudFormation.StackSets.CreateAsync(wanted, token, default)).ShouldBe("SonraiDigAccess:1");
        var set = (await fixture.CloudFormation.StackSets.DescribeAsync(CollectorRoll.StackSet, default)).ShouldNotBeNull();

        var asked = fixture.Wire.Asked("CreateStackSet").ShouldHaveSingleItem();
        asked["ClientRequestToken"].ShouldBe($"{token}");
        asked["PermissionModel"].ShouldBe("SERVICE_MANAGED");
        asked["AutoDeployment.Enabled"].ShouldBe("true");
        asked["AutoDeployment.RetainStacksOnAccountRemoval"].ShouldBe("false");
        asked["ManagedExecution.Active"].ShouldBe("true");
        asked["AdministrationRoleARN"].ShouldBeNull();
        set.AutoDeployment.ShouldBe(wanted.AutoDeployment);
        set.ManagedExecution.ShouldBeTrue();
        set.OrganizationalUnitIds.ShouldBe(["r-exam"]);
        set.Regions.ShouldBe(["eu-west-1"]);
        set.Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_set_that_was_deleted_and_is_still_known_by_its_id_is_none()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("DescribeStackSet", _ =>
            "<StackSet><StackSetName>SonraiDigAccess</StackSetName><StackSetId>SonraiDigAccess:1</StackSetId><Status>DELETED</Status></StackSet>");

        (await fixture.CloudFormation.StackSets.DescribeAsync(new("SonraiDigAccess:1"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_wave_of_an_update_names_its_accounts()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("UpdateStackSet", asked => $"<OperationId>{asked["OperationId"]}</OperationId>");

        await fixture.CloudFormation.StackSets.UpdateAsync(
            new()
            {
                Definition = CollectorRoll.Definition with { TemplateBody = null, Tags = null, Parameters = [new("CollectorExternalId", null)] },
                OperationId = OperationId.New(),
                Targets = DeploymentTargets.Of([AccountId.Parse("222222222222")]),
                Regions = ["eu-west-1"],
                Preferences = new() { FailureTolerance = Share.Count(0) },
            },
            default);

        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked["UsePreviousTemplate"].ShouldBe("true");
        asked["TemplateBody"].ShouldBeNull();
        asked["Parameters.member.1.UsePreviousValue"].ShouldBe("true");
        asked["Accounts.member.1"].ShouldBe("222222222222");
        asked["Regions.member.1"].ShouldBe("eu-west-1");
        asked["OperationPreferences.FailureToleranceCount"].ShouldBe("0");
    }

    [Fact]
    public async Task A_result_tells_what_the_accounts_gate_said()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListStackSetOperationResults", _ => """
            <Summaries><member><Account>222222222222</Account><Region>eu-west-1</Region><Status>FAILED</Status>
            <AccountGateResult><Status>FAILED</Status><StatusReason>The gate is shut.</StatusReason></AccountGateResult></member>
            <member><Account>333333333333</Account><Region>eu-west-1</Region><Status>FAILED</Status><StatusReason>The role exists.</StatusReason>
            <AccountGateResult><Status>SKIPPED</Status><StatusReason>Function not found.</StatusReason></AccountGateResult></member></Summaries>
            """);

        var results = await fixture.CloudFormation.Operations.ListResultsAsync(CollectorRoll.StackSet, "op-1", "FAILED", default).ToListAsync();

        results.Select(result => result.StatusReason).ShouldBe(["The gate is shut.", "The role exists."]);
        fixture.Wire.Requests.ShouldHaveSingleItem()["Filters.member.1.Values"].ShouldBe("FAILED");
    }

    [Fact]
    public async Task An_operation_tells_how_many_failed_though_it_succeeded()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("DescribeStackSetOperation", _ => """
            <StackSetOperation><OperationId>op-1</OperationId><Action>CREATE</Action><Status>SUCCEEDED</Status>
            <CreationTimestamp>2026-01-01T00:00:00Z</CreationTimestamp><EndTimestamp>2026-01-01T00:01:00Z</EndTimestamp>
            <StatusDetails><FailedStackInstancesCount>3</FailedStackInstancesCount></StatusDetails></StackSetOperation>
            """);

        var operation = (await fixture.CloudFormation.Operations.DescribeAsync(CollectorRoll.StackSet, "op-1", default)).ShouldNotBeNull();

        operation.FailedInstances.ShouldBe(3);
        (operation.EndedAt - operation.CreatedAt).ShouldBe(TimeSpan.FromMinutes(1));
    }
}
