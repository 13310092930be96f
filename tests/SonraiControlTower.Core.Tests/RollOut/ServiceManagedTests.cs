using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

public sealed class ServiceManagedTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 12);

    [Fact]
    public async Task The_whole_organization_is_its_root_with_automatic_deployment_and_managed_execution()
    {
        var told = await _aws.InstallAsync(Given.ServicePlan);

        var set = _aws.CloudFormation.Only.Set;
        set.AutoDeployment.ShouldBe(new AutoDeployment(Enabled: true, RetainStacksOnAccountRemoval: false));
        set.ManagedExecution.ShouldBeTrue();
        set.AdministrationRoleArn.ShouldBeNull();
        var targets = _aws.CloudFormation.Created.ShouldHaveSingleItem().Targets;
        targets.OrganizationalUnitIds.ShouldBe(["r-root"]);
        targets.AccountFilter.ShouldBe(AccountFilter.None);
        told.Count(CollectorRoleStatus.Installed).ShouldBe(12);
    }

    [Fact]
    public async Task Named_accounts_are_a_filter_on_their_units_and_say_nothing_of_accounts_to_come()
    {
        var named = (await _aws.EverybodyAsync()).Accounts.Where(account => account.AccountId is "000000000003" or "000000000004").ToList();

        await _aws.InstallAsync(Given.ServicePlan, RollOutScope.Of(named));

        var targets = _aws.CloudFormation.Created.ShouldHaveSingleItem().Targets;
        targets.OrganizationalUnitIds.ShouldBe(["r-root", "ou-root-00000000"], ignoreOrder: true);
        targets.AccountFilter.ShouldBe(AccountFilter.Intersection);
        targets.Accounts.ShouldBe([Given.Id(3), Given.Id(4)], ignoreOrder: true);
        _aws.CloudFormation.Only.Set.AutoDeployment!.Enabled.ShouldBeFalse();
    }

    [Fact]
    public async Task A_bare_account_is_placed_in_the_tree_first()
    {
        var bare = new OrgAccount { AccountId = "000000000006", Name = "six", Status = OrgAccount.Active };

        var scope = await RollOutScope.LocateAsync([bare], _aws.Organizations, default);

        scope.Accounts.ShouldHaveSingleItem().OrganizationalUnitId.ShouldBe("ou-root-00000000");
    }

    [Fact]
    public async Task Excluded_accounts_are_a_difference()
    {
        var scope = await RollOutScope.ReadAsync(_aws.Organizations, [], [Given.Id(4)], default);

        var told = await _aws.InstallAsync(Given.ServicePlan, scope);

        _aws.CloudFormation.Created.ShouldHaveSingleItem().Targets.AccountFilter.ShouldBe(AccountFilter.Difference);
        told.Results.ShouldNotContain(result => result.AccountId == "000000000004");
        _aws.CloudFormation.Only.Instances.ShouldNotContainKey(Given.Id(4));
    }

    [Fact]
    public async Task An_empty_unit_is_targeted_all_the_same_for_the_accounts_to_come()
    {
        _aws.Organizations.AddUnit(_aws.Organizations.Root, "New");

        var told = await _aws.InstallAsync(Given.ServicePlan, await _aws.EverybodyAsync("New"));

        told.Results.ShouldBeEmpty();
        _aws.CloudFormation.Created.ShouldHaveSingleItem().Targets.OrganizationalUnitIds.ShouldBe(["ou-root-00000001"]);
    }

    [Fact]
    public async Task A_unit_means_the_units_below_it_too()
    {
        var below = _aws.Organizations.AddUnit(_aws.Organizations.Root.Child("ou-root-00000000", "Workloads"), "Prod");
        _aws.Organizations.AddAccount(below);

        var scope = await _aws.EverybodyAsync("Workloads");

        scope.Accounts.Select(account => account.AccountId).ShouldContain("000000000013");
    }

    [Fact]
    public async Task An_account_that_AWS_passed_by_is_told_of()
    {
        // AWS counts an account as suspended before Organizations says so.
        _aws.CloudFormation.FailureOf = _ => null;
        var scope = await _aws.EverybodyAsync();
        _aws.Organizations.Remove(scope.Accounts.Single(account => account.AccountId == "000000000008"));

        var told = await _aws.InstallAsync(Given.ServicePlan, scope);

        told.Of(8).Status.ShouldBe(CollectorRoleStatus.Failed);
        told.Of(8).Reason!.ShouldContain("AWS did nothing in the account");
    }
}
