using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class CloudFormationFaultTests
{
    [Theory]
    [InlineData("OperationInProgressException", "StackSetBusy")]
    [InlineData("StaleRequestException", "StackSetStale")]
    [InlineData("NameAlreadyExistsException", "StackSetNameExists")]
    [InlineData("CreatedButModifiedException", "StackSetCreatedOtherwise")]
    [InlineData("AlreadyExistsException", "StackNameExists")]
    [InlineData("StackSetNotFoundException", "StackSetNotFound")]
    [InlineData("StackSetNotEmptyException", "StackSetNotEmpty")]
    [InlineData("StackInstanceNotFoundException", "StackInstanceNotFound")]
    [InlineData("OperationNotFoundException", "StackSetOperationNotFound")]
    [InlineData("InvalidOperationException", "StackSetInvalidOperation")]
    [InlineData("LimitExceededException", "CloudFormationLimitExceeded")]
    [InlineData("InsufficientCapabilitiesException", "InsufficientCapabilities")]
    [InlineData("ValidationError", "CloudFormationRefused")]
    [InlineData("AccessDenied", "AwsAccessDenied")]
    [InlineData("ExpiredToken", "CredentialsUnusable")]
    [InlineData("SomethingNew", "AwsRefused")]
    public async Task A_code_names_its_problem(string code, string problem)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("StopStackSetOperation", QueryFaults.Refused(code, "No."));

        var refused = await Should.ThrowAsync<SonraiException>(
            () => fixture.CloudFormation.Operations.StopAsync(CollectorRoll.StackSet, "op-1", default));

        refused.Problem.Id.ShouldBe(problem);
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("throttled")]
    [InlineData("server error")]
    [InlineData("cut")]
    public async Task What_passes_is_tried_again(string fault)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("ListStackSetOperations", Fault(fault)).On("ListStackSetOperations", _ => "<Summaries/>");

        (await fixture.CloudFormation.Operations.ListAsync(CollectorRoll.StackSet, default).CountAsync()).ShouldBe(0);

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("throttled", "AwsThrottled")]
    [InlineData("server error", "AwsServerError")]
    [InlineData("cut", "AwsUnreachable")]
    [InlineData("nonsense", "AwsUnexpectedAnswer")]
    [InlineData("another operation's answer", "AwsUnexpectedAnswer")]
    [InlineData("a page of HTML", "AwsUnexpectedAnswer")]
    public async Task What_stays_is_said(string fault, string problem)
    {
        await using var fixture = await QueryFixture.StartAsync(attempts: 2);
        // Besides our two attempts the SDK sends again, up to ten times, what a pooled connection lost.
        fixture.Wire.Fail("ListStackSetOperations", [.. Enumerable.Repeat(Fault(fault), 20)]);

        var thrown = await Should.ThrowAsync<SonraiException>(
            async () => await fixture.CloudFormation.Operations.ListAsync(CollectorRoll.StackSet, default).CountAsync());

        thrown.Problem.Id.ShouldBe(problem);
        thrown.Problem.Message.ShouldContain("cloudformation:ListStackSetOperations");
    }

    private static WireFault Fault(string name) => name switch
    {
        "throttled" => QueryFaults.Throttled,
        "server error" => WireFaults.ServerError,
        "cut" => WireFaults.Cut,
        "nonsense" => QueryFaults.Answered(
            "<ListStackSetOperationsResponse><ListStackSetOperationsResult><Summaries><member/></Summaries></ListStackSetOperationsResult></ListStackSetOperationsResponse>"),
        "another operation's answer" => QueryFaults.Answered("<ListStackSetsResponse><ListStackSetsResult/></ListStackSetsResponse>"),
        _ => WireFaults.Answer(200, "text/html", "<html><body>Sign in to the network<br></body></html>"),
    };
}
