using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

public sealed class RoleUpdaterTests
{
    private static readonly RoleChange _readOnly = new() { PolicyChoice = CollectorPolicy.ReadOnlyAccess, WaveSize = 3 };

    private readonly FakeAws _aws = Given.Organization(accounts: 8);

    [Fact]
    public async Task The_policy_choice_changes_in_place_and_every_other_parameter_stays()
    {
        await _aws.InstallAsync();

        var told = await _aws.UpdateAsync(_readOnly);

        told.Results.ShouldAllBe(result => result.Status == CollectorRoleStatus.Updated);
        told.Results.Count.ShouldBe(8);
        _aws.CloudFormation.Only.Values["PolicyChoice"].ShouldBe(CollectorPolicy.ReadOnlyAccess);
        _aws.CloudFormation.Only.Values["CollectorExternalId"].ShouldBe(Given.ExternalIdText);
        _aws.CloudFormation.Updated.ShouldAllBe(update => update.Definition.TemplateBody == null);
    }

    [Fact]
    public async Task Waves_go_one_after_another_and_the_management_account_comes_last()
    {
        await _aws.InstallAsync();

        var told = await _aws.UpdateAsync(_readOnly);

        _aws.CloudFormation.Updated.Select(update => update.Targets!.Accounts.Count).ShouldBe([3, 3, 1]);
        told.Results[^1].AccountId.ShouldBe("000000000001");
        _aws.CloudFormation.OwnStacks.Updated.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_wave_that_goes_badly_stops_those_behind_it()
    {
        await _aws.InstallAsync();
        _aws.CloudFormation.FailureOf = id => id == Given.Id(2) ? "boundary refuses" : null;
        _aws.CloudFormation.EndOf = failed => failed > 0 ? StackSetOperationStatus.Failed : StackSetOperationStatus.Succeeded;

        var told = await _aws.UpdateAsync(_readOnly);

        told.Of(2).Status.ShouldBe(CollectorRoleStatus.Failed);
        told.Of(2).Reason.ShouldBe("boundary refuses");
        told.Count(CollectorRoleStatus.Pending).ShouldBe(5);
        _aws.CloudFormation.Updated.ShouldHaveSingleItem();
        _aws.CloudFormation.OwnStacks.Updated.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_again_after_a_bad_wave_what_is_so_already_stays_and_the_rest_follows()
    {
        await _aws.InstallAsync();
        _aws.CloudFormation.FailureOf = id => id == Given.Id(2) ? "boundary refuses" : null;
        _aws.CloudFormation.EndOf = failed => failed > 0 ? StackSetOperationStatus.Failed : StackSetOperationStatus.Succeeded;
        await _aws.UpdateAsync(_readOnly);
        _aws.CloudFormation.FailureOf = _ => null;

        var again = await _aws.UpdateAsync(_readOnly);

        again.Count(CollectorRoleStatus.AlreadyInstalled).ShouldBe(2);
        again.Count(CollectorRoleStatus.Updated).ShouldBe(6);
        _aws.CloudFormation.Only.Instances.Values.ShouldAllBe(instance => instance.Status == StackInstanceStatus.Current);
    }

    [Fact]
    public async Task An_external_id_changes_in_place_and_is_in_no_text()
    {
        await _aws.InstallAsync();

        var told = await _aws.UpdateAsync(new RoleChange { ExternalId = ExternalId.Parse("the-new-secret") });

        _aws.Roles[(Given.Id(5), "sonrai-collector-role")].ExternalId.ShouldBe("the-new-secret");
        string.Join('\n', told.News).ShouldNotContain("the-new-secret");
    }

    [Fact]
    public async Task A_set_of_somebody_elses_changes_only_with_force()
    {
        _aws.CloudFormation.Add(Given.Plan.Define() with { Tags = new Dictionary<string, string>() }, Given.Id(2));

        (await _aws.UpdateAsync(_readOnly).RefusalAsync()).Id.ShouldBe("StackSetNotOurs");
        (await _aws.UpdateAsync(_readOnly, Given.Plan with { Force = true })).Of(2).Status.ShouldBe(CollectorRoleStatus.Updated);
    }

    [Fact]
    public async Task A_parameter_that_the_set_lacks_is_refused_by_name_and_comes_with_the_template()
    {
        _aws.CloudFormation.Add(
            Given.Plan.Define() with { Parameters = [.. Given.Role.Deploy().Parameters.Where(one => one.Key != "PolicyChoice")] }, Given.Id(2));

        var problem = await _aws.UpdateAsync(_readOnly).RefusalAsync();
        var told = await _aws.UpdateAsync(_readOnly with { TemplateBody = RoleTemplate.Collector.Body });

        problem.Id.ShouldBe("StackSetLacksParameter");
        problem.Message.ShouldContain("PolicyChoice");
        told.Of(2).Status.ShouldBe(CollectorRoleStatus.Updated);
    }

    [Fact]
    public async Task Of_accounts_that_are_not_named_it_is_told_that_they_stay_behind()
    {
        await _aws.InstallAsync();
        var named = RollOutScope.Of((await _aws.EverybodyAsync()).Accounts.Where(account => account.AccountId.EndsWith('3')));

        var told = await _aws.UpdateAsync(_readOnly, scope: named);

        told.Notices.ShouldHaveSingleItem().ShouldContain("6 accounts");
        _aws.CloudFormation.Only.Instances.Values.Count(instance => instance.Status == StackInstanceStatus.Outdated).ShouldBe(6);
    }

    [Fact]
    public async Task An_update_without_a_set_or_without_a_change_is_refused()
    {
        (await _aws.UpdateAsync(_readOnly).RefusalAsync()).Id.ShouldBe("CollectorRoleNotInstalled");
        (await _aws.UpdateAsync(new RoleChange()).RefusalAsync()).Id.ShouldBe("NothingToChange");
    }

    [Fact]
    public async Task In_a_service_managed_set_a_wave_is_a_filter_on_the_units()
    {
        await _aws.InstallAsync(Given.ServicePlan);

        await _aws.UpdateAsync(_readOnly with { WaveSize = 100 }, Given.ServicePlan);

        var targets = _aws.CloudFormation.Updated.ShouldHaveSingleItem().Targets!;
        targets.AccountFilter.ShouldBe(AccountFilter.Intersection);
        targets.Accounts.Count.ShouldBe(7);
    }
}
