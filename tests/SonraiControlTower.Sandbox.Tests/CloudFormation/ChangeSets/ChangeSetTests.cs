namespace SonraiControlTower.Sandbox.Tests.CloudFormation.ChangeSets;

public sealed class ChangeSetTests
{
    private const string Name = "sonrai-management";
    private const string Set = "preview";
    private readonly Cloud _cloud = new();

    private IChangeSets Sets => _cloud.CloudFormation.ChangeSets;

    private IStacks Stacks => _cloud.CloudFormation.Stacks;

    [Fact]
    public async Task A_new_stack_waits_to_be_looked_at_and_is_made_when_the_set_is_executed()
    {
        var begun = await Sets.CreateAsync(new ChangeSetRequest(Set, IsForNewStack: true, Request()), default);
        var early = await Should.ThrowAsync<SonraiException>(() => Sets.ExecuteAsync(Name, Set, OperationId.New(), default));
        var ready = await ReadyAsync();
        var waiting = (await Stacks.DescribeAsync(Name, default))!;
        await Sets.ExecuteAsync(Name, Set, OperationId.New(), default);
        var stack = await EndAsync();

        begun.Status.ShouldBe("CREATE_IN_PROGRESS");
        early.Problem.Id.ShouldBe("CloudFormationRefused");
        ready.Status.ShouldBe(ChangeSetStatus.CreateComplete);
        ready.Changes.ShouldBe([new ResourceChange("Add", "CollectorRole", null, "AWS::IAM::Role", null)]);
        waiting.Status.ShouldBe(StackStatus.ReviewInProgress);
        stack.Status.ShouldBe(StackStatus.CreateComplete);
        stack.Outputs.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_change_in_place_and_a_replacement_are_told_apart()
    {
        await DeployAsync();

        await Sets.CreateAsync(new ChangeSetRequest("in-place", false, Request((RoleTemplateParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess))), default);
        await Sets.CreateAsync(new ChangeSetRequest("other-name", false, Request((RoleTemplateParameters.RoleName, "another"))), default);
        var inPlace = await ReadyAsync("in-place");
        var otherName = await ReadyAsync("other-name");

        inPlace.Changes.ShouldBe([new ResourceChange("Modify", "CollectorRole", "sonrai-collector-role", "AWS::IAM::Role", "False")]);
        otherName.Changes.ShouldBe([new ResourceChange("Modify", "CollectorRole", "sonrai-collector-role", "AWS::IAM::Role", "True")]);
    }

    [Fact]
    public async Task What_is_only_known_later_makes_a_replacement_conditional_and_what_goes_is_told()
    {
        const string Before = """
            Resources:
              First: { Type: "AWS::SQS::Queue", Properties: { QueueName: one } }
              Second: { Type: "AWS::CloudWatch::Alarm", Properties: { AlarmName: !GetAtt First.QueueName } }
              Third: { Type: "AWS::Logs::LogGroup" }
            """;
        await EndAsync(await Stacks.CreateAsync(Request() with { TemplateBody = Before, Parameters = [], Capabilities = [] }, default));

        var after = Before.Replace("QueueName: one", "QueueName: two", StringComparison.Ordinal).Replace("Third", "Fourth", StringComparison.Ordinal);
        await Sets.CreateAsync(new ChangeSetRequest(Set, false, Request() with { TemplateBody = after, Parameters = [] }), default);

        (await ReadyAsync()).Changes.Select(one => $"{one.Action} {one.LogicalId} {one.Replacement}").ShouldBe(
            ["Modify First True", "Add Fourth ", "Modify Second Conditional", "Remove Third "], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_changes_it_fails_and_says_so()
    {
        await DeployAsync();

        await Sets.CreateAsync(new ChangeSetRequest(Set, false, Request()), default);
        var set = await ReadyAsync();

        set.Status.ShouldBe(ChangeSetStatus.Failed);
        set.HasNoChanges.ShouldBeTrue();
        set.StatusReason!.ShouldContain("didn't contain changes");
        (await Should.ThrowAsync<SonraiException>(() => Sets.ExecuteAsync(Name, Set, OperationId.New(), default))).Problem.Id.ShouldBe("CloudFormationRefused");
    }

    [Fact]
    public async Task An_executed_update_changes_the_stack_and_does_away_with_the_other_sets()
    {
        await DeployAsync();
        await Sets.CreateAsync(new ChangeSetRequest(Set, false, Request((RoleTemplateParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess))), default);
        await Sets.CreateAsync(new ChangeSetRequest("other", false, Request((RoleTemplateParameters.RoleName, "another"))), default);
        await ReadyAsync();

        await Sets.ExecuteAsync(Name, Set, OperationId.New(), default);
        var stack = await EndAsync();

        stack.Status.ShouldBe(StackStatus.UpdateComplete);
        stack.Parameters[RoleTemplateParameters.PolicyChoice].ShouldBe(CollectorPolicy.ReadOnlyAccess);
        (await Sets.DescribeAsync(Name, "other", default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(() => Sets.ExecuteAsync(Name, Set, OperationId.New(), default))).Problem.Id.ShouldBe("CloudFormationRefused");
    }

    [Fact]
    public async Task A_stack_that_exists_is_not_new_and_one_that_does_not_is_not_changed()
    {
        await DeployAsync();

        (await Should.ThrowAsync<SonraiException>(() => Sets.CreateAsync(new ChangeSetRequest(Set, true, Request()), default))).Problem.Id.ShouldBe("StackNameExists");
        (await Should.ThrowAsync<SonraiException>(() => Sets.CreateAsync(
            new ChangeSetRequest(Set, false, Request() with { Name = "no-such-stack" }), default))).Problem.Id.ShouldBe("CloudFormationRefused");
    }

    [Fact]
    public async Task A_deleted_set_is_gone_and_its_waiting_stack_can_be_deleted()
    {
        await Sets.CreateAsync(new ChangeSetRequest(Set, IsForNewStack: true, Request()), default);

        await Sets.DeleteAsync(Name, Set, default);
        await Sets.DeleteAsync(Name, Set, default);
        await Stacks.DeleteAsync(Name, OperationId.New(), default);
        _cloud.Clock.Advance(TimeSpan.FromSeconds(10));

        (await Sets.DescribeAsync(Name, Set, default)).ShouldBeNull();
        (await Stacks.DescribeAsync(Name, default)).ShouldBeNull();
    }

    private static StackRequest Request(params (string Key, string Value)[] parameters) => new()
    {
        Name = Name,
        TemplateBody = RoleTemplate.Collector.Body,
        Parameters = Collectors.Parameters(parameters),
        Capabilities = ["CAPABILITY_NAMED_IAM"],
        RequestToken = OperationId.New(),
    };

    private async Task DeployAsync() => await EndAsync(await Stacks.CreateAsync(Request(), default));

    private async Task<ChangeSet> ReadyAsync(string name = Set)
    {
        _cloud.Clock.Advance(TimeSpan.FromSeconds(5));
        return (await Sets.DescribeAsync(Name, name, default))!;
    }

    private async Task<CloudFormationStack> EndAsync(string id = Name)
    {
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await Stacks.DescribeAsync(id, default))!;
    }
}
