namespace SonraiControlTower.Sandbox.Tests.CloudFormation.StackSets;

public sealed class ServiceManagedTests
{
    private const string Root = "r-q7xk";
    private const string Prod = "ou-q7xk-6bt9oi4w";
    private const string TrackingUnit = "ou-q7xk-8cm1vr6h";
    private readonly Cloud _cloud = new();

    [Fact]
    public async Task A_unit_means_its_accounts_and_those_of_the_units_below()
    {
        await _cloud.MakeSetAsync(Cloud.ServiceManaged());

        var operation = await _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In([Prod])));

        operation.Status.ShouldBe("SUCCEEDED");
        var instances = await _cloud.InstancesAsync();
        instances.Count.ShouldBe(6);
        instances.ShouldAllBe(instance => instance.OrganizationalUnitId == Prod && instance.Status == "CURRENT");
        (await _cloud.CloudFormation.StackSets.DescribeAsync(_cloud.Reference, default))!.OrganizationalUnitIds.ShouldBe([Prod]);
    }

    [Fact]
    public async Task The_management_account_is_never_among_them_and_an_account_without_Control_Tower_is()
    {
        await _cloud.MakeSetAsync(Cloud.ServiceManaged());

        await _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In([Root], AccountFilter.Union, [Zones.Management])));

        var accounts = (await _cloud.InstancesAsync()).Select(instance => instance.AccountId).ToList();
        accounts.ShouldNotContain(Zones.Management.ToString());
        (await _cloud.InstanceAsync(Cloud.Harbourline)).Status.ShouldBe("CURRENT");
    }

    [Theory]
    [InlineData(AccountFilter.Intersection, new[] { "333355557777" })]
    [InlineData(AccountFilter.Difference, new[] { "444466668888" })]
    [InlineData(AccountFilter.Union, new[] { "333355557777", "444466668888", "555577779999" })]
    public async Task A_filter_leaves_some_accounts(string filter, string[] expected)
    {
        await _cloud.MakeSetAsync(Cloud.ServiceManaged());
        AccountId[] named = filter == AccountFilter.Union ? [Cloud.Tracking, Cloud.Billing] : [Cloud.Tracking];

        await _cloud.DeployAsync(_cloud.Request(DeploymentTargets.In([TrackingUnit], filter, named)));

        (await _cloud.InstancesAsync()).Select(instance => instance.AccountId).Order().ShouldBe(expected);
    }

    [Fact]
    public async Task Accounts_one_by_one_are_no_targets()
    {
        await _cloud.MakeSetAsync(Cloud.ServiceManaged());

        (await Should.ThrowAsync<SonraiException>(() => _cloud.DeployAsync(Cloud.Tracking))).Message
            .ShouldContain("can only have OrganizationalUnit as target");
    }

    [Fact]
    public async Task Without_trusted_access_nothing_is_made()
    {
        _cloud.Zone.IsTrustedAccessEnabled = false;

        (await Should.ThrowAsync<SonraiException>(() => _cloud.MakeSetAsync(Cloud.ServiceManaged()))).Message
            .ShouldContain("You must enable organizations access");
    }

    [Fact]
    public async Task A_delegated_administrator_works_on_the_sets_of_the_management_account()
    {
        var asAudit = await _cloud.Aws.OpenCloudFormationAsync(new AwsAccess().As(await _cloud.EnterAsync(Zones.Audit)), default);
        var definition = Cloud.ServiceManaged(callAs: CallAs.DelegatedAdmin);

        var refusal = await Should.ThrowAsync<SonraiException>(() => asAudit.StackSets.CreateAsync(definition, OperationId.New(), default));
        _cloud.Zone.RegisterDelegatedAdministrator(Zones.Audit);
        await asAudit.StackSets.CreateAsync(definition, OperationId.New(), default);

        refusal.Message.ShouldContain("Account used is not a delegated administrator");
        (await asAudit.StackSets.DescribeAsync(definition.StackSet, default)).ShouldNotBeNull();
        (await asAudit.StackSets.DescribeAsync(new StackSetRef(Cloud.Set), default)).ShouldBeNull();
        (await _cloud.CloudFormation.StackSets.DescribeAsync(_cloud.Reference, default)).ShouldNotBeNull();
    }
}
