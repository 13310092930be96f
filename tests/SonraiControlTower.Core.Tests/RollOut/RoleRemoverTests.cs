using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

public sealed class RoleRemoverTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 6);

    [Fact]
    public async Task Instances_go_first_then_the_management_stack_then_the_set()
    {
        await _aws.InstallAsync();

        var told = await _aws.RemoveAsync();

        told.Results.ShouldAllBe(result => result.Status == CollectorRoleStatus.Removed);
        told.Results.Count.ShouldBe(6);
        _aws.CloudFormation.Sets.ShouldBeEmpty();
        _aws.CloudFormation.OwnStacks.Now.ShouldBeEmpty();
        _aws.Roles.ShouldBeEmpty();
        told.Notices.ShouldHaveSingleItem().ShouldContain("was deleted");
    }

    [Fact]
    public async Task A_suspended_account_is_told_of_and_blocks_nothing()
    {
        var scope = await _aws.EverybodyAsync();
        await _aws.InstallAsync();
        _aws.Organizations.Remove(scope.Accounts.Single(account => account.AccountId == "000000000006"));
        _aws.Organizations.AddAccount(_aws.Organizations.Root, status: "SUSPENDED");

        var told = await _aws.RemoveAsync();

        told.Of(6).Status.ShouldBe(CollectorRoleStatus.Skipped);
        told.Of(6).Reason!.ShouldContain("SUSPENDED");
        _aws.CloudFormation.Deleted.Single(entry => entry.RetainStacks).Request.Targets.Accounts.ShouldBe([Given.Id(6)]);
        _aws.CloudFormation.Sets.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_left_the_organization_is_taken_out_of_the_set_with_its_stack_retained()
    {
        var scope = await _aws.EverybodyAsync();
        await _aws.InstallAsync();
        _aws.Organizations.Remove(scope.Accounts.Single(account => account.AccountId == "000000000005"));

        var told = await _aws.RemoveAsync();

        told.Of(5).Status.ShouldBe(CollectorRoleStatus.Skipped);
        told.Of(5).Reason!.ShouldContain("not in the organization");
        _aws.Roles.ShouldContainKey((Given.Id(5), "sonrai-collector-role"));
        _aws.CloudFormation.Sets.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_set_that_somebody_else_made_is_left_as_it_is()
    {
        _aws.CloudFormation.Add(Given.Plan.Define() with { Tags = new Dictionary<string, string>() }, Given.Id(2));

        var problem = await _aws.RemoveAsync().RefusalAsync();

        problem.Id.ShouldBe("StackSetNotOurs");
        _aws.CloudFormation.Deleted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_management_stack_that_somebody_else_made_is_left_as_it_is()
    {
        await _aws.InstallAsync();
        var stacks = _aws.CloudFormation.OwnStacks.Now;
        stacks["SonraiDigAccess-Management"] = stacks["SonraiDigAccess-Management"] with { Tags = new Dictionary<string, string>() };

        var told = await _aws.RemoveAsync();

        told.Of(1).Status.ShouldBe(CollectorRoleStatus.Skipped);
        stacks.ShouldContainKey("SonraiDigAccess-Management");
    }

    [Fact]
    public async Task Named_accounts_lose_the_role_and_the_set_stays()
    {
        await _aws.InstallAsync();
        var named = RollOutScope.Of((await _aws.EverybodyAsync()).Accounts.Where(account => account.AccountId.EndsWith('3')));

        var told = await _aws.RemoveAsync(scope: named);

        told.Results.ShouldHaveSingleItem().Status.ShouldBe(CollectorRoleStatus.Removed);
        _aws.CloudFormation.Only.Instances.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_account_that_fails_keeps_the_set_and_has_its_reason()
    {
        await _aws.InstallAsync();
        _aws.CloudFormation.FailureOf = id => id == Given.Id(4) ? "Cannot delete entity, must detach all policies first." : null;

        var told = await _aws.RemoveAsync();

        told.Of(4).Status.ShouldBe(CollectorRoleStatus.Failed);
        told.Problems.ShouldHaveSingleItem().Id.ShouldBe("CollectorRoleNotRemoved");
        told.Notices.ShouldHaveSingleItem().ShouldContain("still has instances");
        _aws.CloudFormation.Only.Instances.Keys.ShouldBe([Given.Id(4)]);
    }

    [Fact]
    public async Task An_instance_that_an_earlier_removal_left_inoperable_is_taken_out_with_its_stack_retained()
    {
        await _aws.InstallAsync();
        var instances = _aws.CloudFormation.Only.Instances;
        instances[Given.Id(4)] = instances[Given.Id(4)] with { Status = StackInstanceStatus.Inoperable, StatusReason = "the role was locked" };

        var told = await _aws.RemoveAsync();

        told.Of(4).Reason!.ShouldContain("the role was locked");
        _aws.CloudFormation.Sets.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_the_role_never_got_to_does_not_keep_the_set()
    {
        await _aws.InstallAsync();
        var instances = _aws.CloudFormation.Only.Instances;
        instances[Given.Id(4)] = instances[Given.Id(4)] with { Status = StackInstanceStatus.Outdated, StackId = null };
        _aws.CloudFormation.FailureOf = id => id == Given.Id(4) && !_aws.CloudFormation.Deleted[^1].RetainStacks ? "no execution role" : null;

        var told = await _aws.RemoveAsync();

        told.Of(4).Status.ShouldBe(CollectorRoleStatus.Removed);
        told.Of(4).Reason!.ShouldContain("never got there");
        _aws.CloudFormation.Sets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_is_there_nothing_is_sent()
    {
        var told = await _aws.RemoveAsync();

        told.Count(CollectorRoleStatus.Removed).ShouldBe(0);
        _aws.CloudFormation.Deleted.ShouldBeEmpty();
    }
}
