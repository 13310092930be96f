using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class OperationStartTests
{
    private static readonly WireFault _busy = QueryFaults.Refused("OperationInProgressException", "Another Operation on StackSet is in progress", 409);

    [Fact]
    public async Task An_operation_that_AWS_has_already_is_our_own()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail(
            "CreateStackInstances", WireFaults.Cut, QueryFaults.Refused("OperationIdAlreadyExistsException", "The operation exists.", 409));
        var request = CollectorRoll.In("222222222222");

        var started = await fixture.CloudFormation.StackInstances.CreateAsync(request, default);

        started.ShouldBe(new StartedOperation($"{request.OperationId}", AlreadyReceived: true));
        fixture.Wire.Asked("CreateStackInstances").Select(asked => asked["OperationId"])
            .ShouldBe([$"{request.OperationId}", $"{request.OperationId}"]);
    }

    [Fact]
    public async Task A_set_that_our_own_operation_keeps_busy_is_not_busy()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("DeleteStackInstances", WireFaults.Cut, _busy);
        fixture.Wire.On("DescribeStackSetOperation", asked =>
            $"<StackSetOperation><OperationId>{asked["OperationId"]}</OperationId><Action>DELETE</Action><Status>RUNNING</Status></StackSetOperation>");

        var started = await fixture.CloudFormation.StackInstances.DeleteAsync(CollectorRoll.In("222222222222"), retainStacks: false, default);

        started.AlreadyReceived.ShouldBeTrue();
    }

    [Fact]
    public async Task A_set_that_somebody_else_keeps_busy_is()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("UpdateStackSet", _busy);
        fixture.Wire.Fail("DescribeStackSetOperation", QueryFaults.Refused("OperationNotFoundException", "No.", 404));

        var refused = await Should.ThrowAsync<SonraiException>(() => fixture.CloudFormation.StackSets.UpdateAsync(
            new() { Definition = CollectorRoll.Definition, OperationId = OperationId.New() }, default));

        refused.Problem.Id.ShouldBe(CloudFormationProblems.BusyId);
        fixture.Wire.Asked("UpdateStackSet").Count.ShouldBe(1);
    }
}
