namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class AutoDeploymentTests
{
    private const string Root = "r-q7xk";
    private const string Billing = "ou-q7xk-5yg4pa9j";
    private const string TrackingUnit = "ou-q7xk-8cm1vr6h";
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_new_account_gets_the_stack_by_itself()
    {
        await DeployAsync(Root);

        var account = AccountId.Parse(_cloud.Zone.CreateAccount("Depot prod", "aws+depot@example.com").AccountId);
        await SettleAsync();

        (await _cloud.InstanceAsync(account)).Status.ShouldBe("CURRENT");
        var operation = (await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).ToListAsync())[0];
        (await _cloud.ResultsAsync(operation.OperationId)).ShouldHaveSingleItem().AccountId.ShouldBe(account.ToString());
    }

    [Fact]
    public async Task An_account_that_comes_to_the_unit_gets_it_and_one_that_leaves_loses_it()
    {
        await DeployAsync(TrackingUnit);

        _cloud.Zone.MoveAccount(Cloud.Billing, Billing, TrackingUnit);
        _cloud.Zone.MoveAccount(Cloud.Tracking, TrackingUnit, Billing);
        await SettleAsync();

        (await _cloud.InstancesAsync()).Select(instance => instance.AccountId).Order().ShouldBe(
            [Cloud.Telemetry.ToString(), Cloud.Billing.ToString()]);
        (await RoleAsync(Cloud.Tracking)).ShouldBeNull();
        (await RoleAsync(Cloud.Billing)).ShouldNotBeNull();
    }

    [Fact]
    public async Task With_retained_stacks_the_role_stays()
    {
        await DeployAsync(TrackingUnit, retain: true);

        _cloud.Zone.MoveAccount(Cloud.Tracking, TrackingUnit, Billing);
        await SettleAsync();

        (await _cloud.InstancesAsync()).ShouldHaveSingleItem();
        (await RoleAsync(Cloud.Tracking)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_move_below_the_same_unit_changes_nothing()
    {
        await DeployAsync(Root);
        var before = await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).CountAsync();

        _cloud.Zone.MoveAccount(Cloud.Tracking, TrackingUnit, Billing);
        await SettleAsync();

        (await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task It_does_not_heed_the_filter_that_the_unit_was_deployed_with()
    {
        await _cloud.MakeSetAsync(Cloud.ServiceManaged());
        await _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In([TrackingUnit], AccountFilter.Intersection, [Cloud.Tracking])));

        _cloud.Zone.MoveAccount(Cloud.Billing, Billing, TrackingUnit);
        await SettleAsync();

        (await _cloud.InstanceAsync(Cloud.Billing)).Status.ShouldBe("CURRENT");
    }

    [Fact]
    public async Task It_waits_for_what_is_running_and_others_wait_for_it()
    {
        await DeployAsync(TrackingUnit);
        var running = await _cloud.CloudFormation.StackInstances.CreateAsync(_cloud.Request(DeploymentTargets.In([TrackingUnit])), default);

        _cloud.Zone.MoveAccount(Cloud.Billing, Billing, TrackingUnit);
        var moved = (await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).ToListAsync())[0];
        await _cloud.EndAsync(running.OperationId);
        var refusal = await Should.ThrowAsync<SonraiException>(() => _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In([TrackingUnit]))));

        moved.Status.ShouldBe("QUEUED");
        refusal.Problem.Id.ShouldBe(CloudFormationProblems.BusyId);
        (await _cloud.EndAsync(moved.OperationId)).Status.ShouldBe("SUCCEEDED");
    }

    private async Task DeployAsync(string unit, bool retain = false)
    {
        await _cloud.MakeSetAsync(Cloud.ServiceManaged(retain));
        await _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In([unit])));
    }

    private async Task SettleAsync()
    {
        _cloud.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _cloud.CloudFormation.Operations.ListAsync(_cloud.Reference, default).ToListAsync()).ShouldAllBe(operation => operation.HasEnded);
    }

    private async Task<IamRole?> RoleAsync(AccountId account) =>
        await _cloud.Iam(await _cloud.EnterAsync(account)).Roles.GetAsync(Cloud.Set, default);
}
