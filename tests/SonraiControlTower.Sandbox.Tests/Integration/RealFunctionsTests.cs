namespace SonraiControlTower.Sandbox.Tests.Integration;

/// <summary>The integration as a whole: the template as it is, the functions as they are, AWS's rules, and Dig.</summary>
public sealed class RealFunctionsTests
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(20);
    private readonly RealFunctions _functions = new(new IntegrationCloud());

    private LandingZone Zone => _functions.Cloud.Zone;

    [Fact]
    public async Task Once_the_stack_is_made_every_enrolled_account_has_its_role_and_is_registered()
    {
        var stack = await _functions.DeployAsync();

        var registered = await _functions.RegisteredAsync();
        stack.Status.ShouldBe(StackStatus.CreateComplete);
        registered.ShouldNotContainKey(Cloud.Harbourline.ToString(), "Control Tower never enrolled it, so no role gets there.");
        registered.Keys.ShouldContain(Zones.Management.ToString());
        registered.Values.ShouldAllBe(count => count == 1);
        (await Instances()).ShouldBe(registered.Keys.Where(id => id != Zones.Management.ToString()), ignoreOrder: true);
    }

    [Fact]
    public async Task Two_accounts_made_in_the_same_second_both_end_with_a_role_and_a_registration()
    {
        await _functions.DeployAsync();

        var one = Zone.CreateManagedAccount("Pricing prod", "aws+pricing-prod@example.com", "Tracking");
        var other = Zone.CreateManagedAccount("Pricing stage", "aws+pricing-stage@example.com", "Tracking");
        await _functions.Cloud.PassAsync(_window);

        var registered = await _functions.RegisteredAsync();
        foreach (var account in new[] { one, other })
        {
            registered[account.AccountId].ShouldBe(1);
            (await Instances()).ShouldContain(account.AccountId);
        }
    }

    [Fact]
    public async Task Of_500_events_at_once_none_is_lost_and_each_account_is_brought_in_once()
    {
        await _functions.DeployAsync();
        var accounts = Enumerable.Range(0, 100)
            .Select(number => Zone.CreateManagedAccount($"Batch {number}", $"aws+batch-{number}@example.com", "Tracking")).ToList();

        // Each is told of by Account Factory already; AWS may tell it again, late, and in another order.
        foreach (var account in Enumerable.Repeat(Enumerable.Reverse(accounts), 4).SelectMany(all => all))
        {
            await Zone.PublishAsync("eu-west-1", Event(account));
        }

        for (var turn = 0; turn < 10; turn++)
        {
            await _functions.Cloud.PassAsync(_window);
        }

        var registered = await _functions.RegisteredAsync();
        accounts.ShouldAllBe(account => registered.GetValueOrDefault(account.AccountId) == 1);
        (await QueueAsync(IntegrationOutputs.EventQueueUrl)).IsEmpty.ShouldBeTrue();
        (await QueueAsync(IntegrationOutputs.EventDeadLetterQueueUrl)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_that_no_event_told_of_is_found_by_the_schedule()
    {
        await _functions.DeployAsync();
        Zone.DisableRule(await _functions.Cloud.OutputAsync(IntegrationOutputs.LifecycleRuleName));
        var account = Zone.CreateManagedAccount("Quiet prod", "aws+quiet-prod@example.com", "Tracking");

        await _functions.Cloud.PassAsync(TimeSpan.FromHours(1));

        (await _functions.RegisteredAsync())[account.AccountId].ShouldBe(1);
    }

    [Fact]
    public async Task After_a_rotation_Dig_accepts_the_token_that_is_in_use_and_the_one_before()
    {
        await _functions.DeployAsync();

        await _functions.Cloud.PassAsync(TimeSpan.FromDays(15));
        for (var step = 0; step < 10; step++)
        {
            await _functions.Cloud.PassAsync(TimeSpan.FromMinutes(1));
        }

        (await _functions.Cloud.SecretAsync()).VersionAt(SecretStage.Pending).ShouldBeNull();
        foreach (var stage in new[] { SecretStage.Current, SecretStage.Previous })
        {
            var token = System.Text.Json.Nodes.JsonNode.Parse(await _functions.Cloud.TokenAsync(stage))!["sonrai_token"]!.ToString();
            (await _functions.Dig.Tokens.TestAsync(new ApiToken(token), default)).IsValid.ShouldBeTrue(stage);
        }
    }

    [Fact]
    public async Task An_update_that_the_function_refuses_leaves_stack_and_accounts_as_they_were()
    {
        await _functions.DeployAsync();
        var update = IntegrationCloud.Request((IntegrationParameters.RoleName, "another-role"));
        var parameters = update.Parameters.Select(one => one.Key == IntegrationParameters.SonraiAPIToken ? new TemplateParameter(one.Key, null) : one);

        var stack = await _functions.Cloud.EndAsync((await _functions.Cloud.Stacks.UpdateAsync(update with { Parameters = [.. parameters] }, default)).StackId);

        stack.Status.ShouldBe(StackStatus.UpdateRollbackComplete);
        (await _functions.Cloud.OutputAsync(IntegrationOutputs.CollectorRoleArn)).ShouldEndWith("role/sonrai-collector-role");
        (await _functions.Cloud.Cloud.Iam().Roles.GetAsync("sonrai-collector-role", default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(PermissionModel.SelfManaged)]
    [InlineData(PermissionModel.ServiceManaged)]
    public async Task The_roles_of_the_template_grant_what_the_functions_ask_for_and_no_more(string model)
    {
        await _functions.DeployAsync((IntegrationParameters.PermissionModel, model));
        Zone.CreateManagedAccount("Pricing prod", "aws+pricing-prod@example.com", "Tracking");
        await _functions.Cloud.PassAsync(_window);
        var update = IntegrationCloud.Request((IntegrationParameters.PermissionModel, model), (IntegrationParameters.PolicyChoice, CollectorPolicy.ReadOnlyAccess));
        var parameters = update.Parameters.Select(one => one.Key == IntegrationParameters.SonraiAPIToken ? new TemplateParameter(one.Key, null) : one);
        var changed = await _functions.Cloud.EndAsync(
            (await _functions.Cloud.Stacks.UpdateAsync(update with { Parameters = [.. parameters] }, default)).StackId);
        var (rotationAsked, rotationGranted) = await _functions.RightsAsync(IntegrationResources.RotateCredentialsRole, "RotateCredentials");
        var (_, setupGranted) = await _functions.RightsAsync(IntegrationResources.SetupRole, "Setup");
        var setup = (await _functions.Cloud.Stacks.ListResourcesAsync(IntegrationCloud.Stack, default).ToListAsync())
            .Single(one => one.LogicalId == IntegrationResources.SetupRole).PhysicalId!;

        await _functions.Cloud.Stacks.DeleteAsync(IntegrationCloud.Stack, OperationId.New(), default);
        var gone = await _functions.Cloud.EndAsync(changed.Id);

        var setupAsked = Zone.Asked.Where(one => one.Principal.Contains(setup, StringComparison.Ordinal)).ToList();
        changed.Status.ShouldBe(StackStatus.UpdateComplete);
        gone.Status.ShouldBe(StackStatus.DeleteComplete);
        rotationAsked.Concat(setupAsked).Where(one => !one.IsAllowed).ShouldBeEmpty();
        rotationGranted.ShouldBe(rotationAsked.Select(one => one.Action).Distinct(), ignoreOrder: true);
        setupAsked.Select(one => one.Action).Distinct().ShouldBeSubsetOf(setupGranted);
        setupGranted.Except(setupAsked.Select(one => one.Action)).ShouldBe(NotAsked(model), ignoreOrder: true);
        (await _functions.RegisteredAsync()).ShouldBeEmpty();
        (await _functions.Cloud.Cloud.CloudFormation.StackSets.DescribeAsync(new StackSetRef(RollOutPlan.DefaultStackSetName), default))
            .ShouldBeNull();
    }

    /// <summary>What the functions ask for on other days only.</summary>
    private static string[] NotAsked(string model) =>
    [
        // Where the management account's own role does not let the collector in, to tell why.
        "iam:ListAttachedRolePolicies",
        .. model == PermissionModel.SelfManaged
            ? Array.Empty<string>()
            :
            [
                // Where an operation runs already.
                "cloudformation:ListStackSetOperations",

                // AWS asks for it on behalf of a delegated administrator; the sandbox does not.
                "organizations:ListDelegatedAdministrators",
            ],
    ];

    private static string Event(OrgAccount account) => $$$$"""
        {"version":"0","id":"{{{{Guid.NewGuid()}}}}","detail-type":"AWS Service Event via CloudTrail","source":"aws.controltower","account":"111122223333",
         "time":"2026-11-24T00:00:00Z","region":"eu-west-1","resources":[],"detail":{"eventName":"UpdateManagedAccount","eventSource":"controltower.amazonaws.com",
         "serviceEventDetails":{"updateManagedAccountStatus":{"organizationalUnit":{"organizationalUnitName":"Tracking","organizationalUnitId":"ou-q7xk-1xq5lf8u"},
         "account":{"accountName":"{{{{account.Name}}}}","accountId":"{{{{account.AccountId}}}}"},"state":"SUCCEEDED","message":"done" } } } }
        """;

    private async Task<IReadOnlyList<string>> Instances() =>
        [.. (await _functions.Cloud.Cloud.CloudFormation.StackInstances.ListAsync(new StackSetRef(RollOutPlan.DefaultStackSetName), new StackInstanceFilter(), default).ToListAsync())
            .Where(instance => instance.Status == StackInstanceStatus.Current).Select(instance => instance.AccountId)];

    private async Task<SqsQueue> QueueAsync(string output) => (await _functions.Cloud.Sqs.GetQueueAsync(await _functions.Cloud.OutputAsync(output), default))!;
}
