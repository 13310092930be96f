using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class ChangeSetsTests
{
    private const string Stack = "sonrai-collector-role";
    private const string Begun = "<Id>arn:changeSet/1</Id><StackId>arn:stack/1</StackId>";

    [Fact]
    public async Task A_change_set_is_asked_for_with_all_that_the_stack_is_to_be()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("CreateChangeSet", _ => Begun);
        var stack = CollectorRoll.Stack() with { TemplateUrl = new("https://bucket.s3.eu-west-1.amazonaws.com/a%20b.yaml"), RoleArn = "arn:role" };

        var changeSet = await fixture.CloudFormation.ChangeSets.CreateAsync(new("preview", IsForNewStack: true, stack), default);

        changeSet.Id.ShouldBe("arn:changeSet/1");
        changeSet.StackId.ShouldBe("arn:stack/1");
        changeSet.Status.ShouldNotBe(ChangeSetStatus.CreateComplete);
        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked["StackName"].ShouldBe(Stack);
        asked["ChangeSetName"].ShouldBe("preview");
        asked["ChangeSetType"].ShouldBe("CREATE");
        asked["ClientToken"].ShouldBe($"{stack.RequestToken}");
        asked["TemplateURL"].ShouldBe("https://bucket.s3.eu-west-1.amazonaws.com/a%20b.yaml");
        asked["RoleARN"].ShouldBe("arn:role");
        asked.Names.ShouldNotContain("TemplateBody");
        asked.Names.ShouldNotContain("UsePreviousTemplate");
        asked.Names.ShouldNotContain("ClientRequestToken");
    }

    [Fact]
    public async Task An_update_without_a_template_keeps_the_one_that_is_there()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("CreateChangeSet", _ => Begun);

        await fixture.CloudFormation.ChangeSets.CreateAsync(new("preview", false, CollectorRoll.Stack() with { TemplateBody = null }), default);

        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked["ChangeSetType"].ShouldBe("UPDATE");
        asked["UsePreviousTemplate"].ShouldBe("true");
    }

    [Fact]
    public async Task A_template_in_S3_goes_before_its_text_for_stacks_too()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("CreateStack", _ => "<StackId>arn:stack/1</StackId>").On("UpdateStack", _ => "<StackId>arn:stack/1</StackId>");
        var stack = CollectorRoll.Stack() with { TemplateUrl = new("https://bucket/t.yaml") };

        await fixture.CloudFormation.Stacks.CreateAsync(stack, default);
        await fixture.CloudFormation.Stacks.UpdateAsync(stack, default);

        fixture.Wire.Requests.ShouldAllBe(asked => asked["TemplateURL"] == "https://bucket/t.yaml" && asked["TemplateBody"] == null);
        fixture.Wire.Requests.ShouldAllBe(asked => asked["ClientRequestToken"] == stack.RequestToken.ToString());
    }

    [Theory]
    [InlineData("The submitted information didn't contain changes. Submit different information to create a change set.", true)]
    [InlineData("No updates are to be performed.", true)]
    [InlineData("Parameters: [CollectorAccount] must have values", false)]
    public async Task That_it_would_change_nothing_is_told_by_the_reason_of_its_failure(string reason, bool hasNoChanges)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("DescribeChangeSet", _ => Described("FAILED", $"<StatusReason>{reason}</StatusReason>"));

        var changeSet = (await fixture.CloudFormation.ChangeSets.DescribeAsync(Stack, "preview", default)).ShouldNotBeNull();

        changeSet.HasNoChanges.ShouldBe(hasNoChanges);
        changeSet.Status.ShouldBe(ChangeSetStatus.Failed);
        changeSet.StatusReason.ShouldBe(reason);
    }

    [Fact]
    public async Task The_changes_of_all_pages_are_there()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("DescribeChangeSet", asked => asked["NextToken"] is null
            ? Described("CREATE_COMPLETE", $"<Changes>{Change("Add", "Queue", "AWS::SQS::Queue", "")}</Changes><NextToken>next</NextToken>")
            : Described("CREATE_COMPLETE", $"""
                <Changes><member><Type>Hook</Type></member>{Change("Modify", "Rolle", "AWS::IAM::Role", "<PhysicalResourceId>r</PhysicalResourceId><Replacement>Conditional</Replacement>")}</Changes>
                """));

        var changeSet = (await fixture.CloudFormation.ChangeSets.DescribeAsync(Stack, "preview", default)).ShouldNotBeNull();

        changeSet.HasNoChanges.ShouldBeFalse();
        changeSet.Changes.ShouldBe(
            [new("Add", "Queue", null, "AWS::SQS::Queue", null), new("Modify", "Rolle", "r", "AWS::IAM::Role", "Conditional")]);
    }

    [Theory]
    [InlineData("ChangeSetNotFound", "ChangeSet [preview] does not exist", 404)]
    [InlineData("ValidationError", "Stack [sonrai-collector-role] does not exist", 400)]
    public async Task What_is_not_there_is_none_and_deleted_already(string code, string message, int status)
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("DescribeChangeSet", QueryFaults.Refused(code, message, status))
            .Fail("DeleteChangeSet", QueryFaults.Refused(code, message, status));

        (await fixture.CloudFormation.ChangeSets.DescribeAsync(Stack, "preview", default)).ShouldBeNull();
        await fixture.CloudFormation.ChangeSets.DeleteAsync(Stack, "preview", default);

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stack_that_is_there_already_is_said_to_be()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("CreateChangeSet", QueryFaults.Refused(
            "ValidationError", "Stack [sonrai-collector-role] already exists and cannot be created again with the changeSet [preview]."));

        var refused = await Should.ThrowAsync<SonraiException>(
            () => fixture.CloudFormation.ChangeSets.CreateAsync(new("preview", true, CollectorRoll.Stack()), default));

        refused.Problem.Id.ShouldBe("StackNameExists");
        refused.Problem.Message.ShouldContain("cloudformation:CreateChangeSet");
    }

    [Theory]
    [InlineData("InvalidChangeSetStatus", "CloudFormationRefused")]
    [InlineData("ChangeSetNotFound", "CloudFormationRefused")]
    [InlineData("InsufficientCapabilitiesException", "InsufficientCapabilities")]
    [InlineData("Throttling", "AwsThrottled")]
    public async Task A_code_names_its_problem(string code, string problem)
    {
        await using var fixture = await QueryFixture.StartAsync(attempts: 1);
        fixture.Wire.Fail("ExecuteChangeSet", QueryFaults.Refused(code, "No."));

        (await Should.ThrowAsync<SonraiException>(
            () => fixture.CloudFormation.ChangeSets.ExecuteAsync(Stack, "preview", OperationId.New(), default))).Problem.Id.ShouldBe(problem);
    }

    [Fact]
    public async Task To_execute_is_asked_with_a_token_and_may_have_been_received()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.Fail("ExecuteChangeSet", WireFaults.Cut, QueryFaults.Refused("TokenAlreadyExistsException", "The token exists."));
        var token = OperationId.New();

        await fixture.CloudFormation.ChangeSets.ExecuteAsync(Stack, "preview", token, default);

        fixture.Wire.Requests.Count.ShouldBe(2);
        fixture.Wire.Requests.ShouldAllBe(asked => asked["ClientRequestToken"] == token.ToString());
    }

    private static string Described(string status, string more) =>
        $"<ChangeSetId>arn:changeSet/1</ChangeSetId><StackId>arn:stack/1</StackId><Status>{status}</Status>{more}";

    private static string Change(string action, string name, string type, string more) =>
        $"<member><Type>Resource</Type><ResourceChange><Action>{action}</Action><LogicalResourceId>{name}</LogicalResourceId>"
        + $"<ResourceType>{type}</ResourceType>{more}</ResourceChange></member>";
}
