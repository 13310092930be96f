namespace SonraiControlTower.Sandbox.Tests.CloudFormation.Stacks;

public sealed class SandboxStacksTests
{
    private const string Name = "sonrai-management";
    private readonly Cloud _cloud = new();

    private IStacks Stacks => _cloud.CloudFormation.Stacks;

    [Fact]
    public async Task A_stack_is_on_its_way_and_then_complete_with_its_outputs()
    {
        var id = await Stacks.CreateAsync(Request(), default);
        var begun = await Stacks.DescribeAsync(Name, default);
        var done = await EndAsync(id);

        begun!.Status.ShouldBe(StackStatus.CreateInProgress);
        done.Status.ShouldBe(StackStatus.CreateComplete);
        done.Outputs[RoleTemplate.Collector.RoleArnOutput].ShouldBe($"arn:aws:iam::{Zones.Management}:role/sonrai-collector-role");
        done.Parameters[RoleTemplateParameters.CollectorExternalId].ShouldBe("****");
        (await Stacks.GetTemplateAsync(Name, default)).ShouldBe(RoleTemplate.Collector.Body);
    }

    [Fact]
    public async Task Its_events_tell_what_happened_the_newest_first_with_the_requests_token()
    {
        var request = Request();
        await EndAsync(await Stacks.CreateAsync(request, default));

        var events = await Stacks.ListEventsAsync(Name, default).ToListAsync();

        events.Select(one => $"{one.LogicalId} {one.Status}").ShouldBe(
        [
            "sonrai-management CREATE_COMPLETE",
            "CollectorRole CREATE_COMPLETE",
            "CollectorRole CREATE_IN_PROGRESS",
            "sonrai-management CREATE_IN_PROGRESS",
        ]);
        events.ShouldAllBe(one => one.RequestToken == request.RequestToken.ToString());
        (await Stacks.ListResourcesAsync(Name, default).ToListAsync()).ShouldHaveSingleItem().PhysicalId.ShouldBe("sonrai-collector-role");
    }

    [Fact]
    public async Task A_failure_is_taken_back_and_its_first_reason_is_in_the_events()
    {
        _cloud.Zone.CreateRole(Zones.Management, new NewRole
        {
            Name = "sonrai-collector-role",
            TrustPolicy = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}"""),
        });

        var stack = await EndAsync(await Stacks.CreateAsync(Request(), default));
        var failed = (await Stacks.ListEventsAsync(Name, default).ToListAsync()).Single(one => one.Status == StackStatus.CreateFailed);

        stack.Status.ShouldBe(StackStatus.RollbackComplete);
        failed.StatusReason!.ShouldContain("Role with name sonrai-collector-role already exists.");
        (await Should.ThrowAsync<SonraiException>(() => Stacks.UpdateAsync(Request(), default))).Message
            .ShouldContain("is in ROLLBACK_COMPLETE state and can not be updated");
    }

    [Fact]
    public async Task What_was_made_before_the_failure_is_removed()
    {
        const string Body = """
            Resources:
              First:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: s3:ListAllMyBuckets, Resource: "*" }] }
              Second:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: "*", Action: sts:AssumeRole }] }
                  ManagedPolicyArns: [!Ref First, arn:aws:iam::aws:policy/NoSuchPolicy]
            """;

        var before = await ArnsAsync();

        var stack = await EndAsync(await Stacks.CreateAsync(Request() with { TemplateBody = Body, Parameters = [] }, default));

        stack.Status.ShouldBe(StackStatus.RollbackComplete);
        (await ArnsAsync()).ShouldBe(before);

        ValueTask<List<string>> ArnsAsync() => _cloud.Iam()
            .GetAccountAuthorizationDetailsAsync([IamKind.LocalManagedPolicy, IamKind.Role], default).Select(entity => entity.Arn).ToListAsync();
    }

    [Fact]
    public async Task That_there_is_nothing_to_do_is_a_result()
    {
        await EndAsync(await Stacks.CreateAsync(Request(), default));

        var same = await Stacks.UpdateAsync(Request(), default);
        var other = await Stacks.UpdateAsync(Request((RoleTemplateParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess)), default);
        var updated = await EndAsync(other.StackId);

        same.HadNothingToDo.ShouldBeTrue();
        other.HadNothingToDo.ShouldBeFalse();
        updated.Status.ShouldBe(StackStatus.UpdateComplete);
        updated.UpdatedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_update_that_fails_is_taken_back()
    {
        await EndAsync(await Stacks.CreateAsync(Request(), default));

        var update = await Stacks.UpdateAsync(Request((RoleTemplateParameters.PermissionsBoundaryArn, "arn:aws:iam::111122223333:policy/none")), default);
        var stack = await EndAsync(update.StackId);

        stack.Status.ShouldBe(StackStatus.UpdateRollbackComplete);
        (await _cloud.Iam().Roles.GetAsync("sonrai-collector-role", default))!.PermissionsBoundaryArn.ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_stack_takes_the_role_along_and_is_still_found_by_its_id()
    {
        var id = await Stacks.CreateAsync(Request(), default);
        await EndAsync(id);

        await Stacks.DeleteAsync(Name, OperationId.New(), default);
        var gone = await EndAsync(id);

        gone.Status.ShouldBe(StackStatus.DeleteComplete);
        (await Stacks.DescribeAsync(Name, default)).ShouldBeNull();
        (await _cloud.Iam().Roles.GetAsync("sonrai-collector-role", default)).ShouldBeNull();
        await Stacks.DeleteAsync(Name, OperationId.New(), default);
    }

    [Fact]
    public async Task A_deletion_overtakes_what_is_being_made()
    {
        var id = await Stacks.CreateAsync(Request(), default);
        await Stacks.DeleteAsync(Name, OperationId.New(), default);

        (await EndAsync(id)).Status.ShouldBe(StackStatus.DeleteComplete);
        (await _cloud.Iam().Roles.GetAsync("sonrai-collector-role", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_request_that_was_received_is_not_done_twice()
    {
        var request = Request();

        var first = await Stacks.CreateAsync(request, default);

        (await Stacks.CreateAsync(request, default)).ShouldBe(first);
        (await Should.ThrowAsync<SonraiException>(() => Stacks.CreateAsync(Request(), default))).Problem.Id.ShouldBe("StackNameExists");
    }

    [Fact]
    public async Task A_stack_that_is_worked_on_cannot_be_updated()
    {
        await Stacks.CreateAsync(Request(), default);

        (await Should.ThrowAsync<SonraiException>(() => Stacks.UpdateAsync(Request(), default))).Message.ShouldContain("CREATE_IN_PROGRESS");
    }

    [Fact]
    public async Task The_capability_must_be_given()
    {
        var refusal = await Should.ThrowAsync<SonraiException>(() => Stacks.CreateAsync(Request() with { Capabilities = [] }, default));

        refusal.Problem.Id.ShouldBe("InsufficientCapabilities");
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/x")]
    [InlineData("")]
    public async Task The_bot_role_is_made_from_its_own_template(string boundary)
    {
        await _cloud.Iam().Policies.CreateAsync(
            new NewPolicy { Name = "x", Document = new PolicyDocument("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""") }, default);

        var stack = await EndAsync(await Stacks.CreateAsync(
            Request((RoleTemplateParameters.PermissionsBoundaryArn, boundary)) with { TemplateBody = RoleTemplate.Bot.Body }, default));

        stack.Status.ShouldBe(StackStatus.CreateComplete);
        stack.Outputs[RoleTemplate.Bot.RoleArnOutput].ShouldEndWith(":role/sonrai-bot-role");
    }

    private static StackRequest Request(params (string Key, string Value)[] others) => new()
    {
        Name = Name,
        TemplateBody = RoleTemplate.Collector.Body,
        Parameters = Collectors.Parameters(others),
        Capabilities = ["CAPABILITY_NAMED_IAM"],
        RequestToken = OperationId.New(),
    };

    private async Task<CloudFormationStack> EndAsync(string id)
    {
        _cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await Stacks.DescribeAsync(id, default))!;
    }
}
