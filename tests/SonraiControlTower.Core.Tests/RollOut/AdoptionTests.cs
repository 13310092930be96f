using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.RollOut;

/// <summary>A stack set that is there before: taken as it is, told of, and overwritten only on demand.</summary>
public sealed class AdoptionTests
{
    private readonly FakeAws _aws = Given.Organization(accounts: 4);

    [Fact]
    public async Task A_set_with_other_parameters_is_adopted_and_told_of()
    {
        Add(Given.Role with { PolicyChoice = CollectorPolicy.ReadOnlyAccess, Name = "their-role" });

        var told = await _aws.InstallAsync();

        told.Notices.ShouldHaveSingleItem().ShouldContain("PolicyChoice 'ReadOnlyAccess' instead of 'SecurityAuditViewOnly'");
        _aws.CloudFormation.Updated.ShouldBeEmpty();
        told.Of(3).Status.ShouldBe(CollectorRoleStatus.Installed);
        told.Of(3).RoleArn.ShouldBe("arn:aws:iam::000000000003:role/their-role");
    }

    [Fact]
    public async Task A_set_with_another_template_is_adopted_and_told_of()
    {
        _aws.CloudFormation.Add(Definition(Given.Role) with { TemplateBody = "Resources: {}" }, Given.Id(2));

        var told = await _aws.InstallAsync();

        told.Notices.ShouldHaveSingleItem().ShouldContain("another template");
        told.Of(2).Status.ShouldBe(CollectorRoleStatus.AlreadyInstalled);
        _aws.CloudFormation.Only.Set.TemplateBody.ShouldBe("Resources: {}");
    }

    [Fact]
    public async Task Line_ends_make_no_other_template()
    {
        _aws.CloudFormation.Add(Definition(Given.Role) with { TemplateBody = RoleTemplate.Collector.Body.ReplaceLineEndings("\r\n") });

        (await _aws.InstallAsync()).Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_an_external_id_that_AWS_shows_only_that_it_differs_is_told()
    {
        var sonrais = Definition(Given.Role) with
        {
            TemplateBody = "Sonrai's own",
            Parameters =
            [
                new("CollectorAccount", $"{Given.Collector}"), new("CollectorExternalId", "their-secret-id"), new("RoleName", "sonrai-collector-role"),
            ],
        };
        _aws.CloudFormation.Add(sonrais);

        var notice = (await _aws.InstallAsync()).Notices.ShouldHaveSingleItem();

        notice.ShouldContain("another CollectorExternalId");
        notice.ShouldNotContain("their-secret-id");
        notice.ShouldNotContain(Given.ExternalIdText);
    }

    [Fact]
    public async Task With_force_the_set_is_overwritten_and_what_has_the_role_is_updated()
    {
        Add(Given.Role with { PolicyChoice = CollectorPolicy.ReadOnlyAccess }, 2);

        var told = await _aws.InstallAsync(Given.Plan with { Force = true });

        told.Notices.ShouldBeEmpty();
        _aws.CloudFormation.Only.Values["PolicyChoice"].ShouldBe(CollectorPolicy.SecurityAuditViewOnly);
        told.Of(2).Status.ShouldBe(CollectorRoleStatus.Updated);
        told.Of(3).Status.ShouldBe(CollectorRoleStatus.Installed);
    }

    [Fact]
    public async Task Without_waiting_a_set_that_is_busy_is_not_overwritten_and_that_is_told()
    {
        var set = Add(Given.Role with { PolicyChoice = CollectorPolicy.ReadOnlyAccess }, 2);
        set.Start(_aws.CloudFormation, OperationId.Parse("theirs"), "UPDATE", [], _ => { });

        var told = await _aws.InstallAsync(Given.Plan with { Force = true, Wait = false });

        told.Notices.ShouldHaveSingleItem().ShouldContain("was not overwritten");
        told.Of(3).Status.ShouldBe(CollectorRoleStatus.Pending);
        told.Of(3).OperationId.ShouldBeNull();
    }

    [Fact]
    public async Task What_somebody_else_made_is_not_marked_as_ours_by_being_overwritten()
    {
        _aws.CloudFormation.Add(Definition(Given.Role with { PolicyChoice = CollectorPolicy.ReadOnlyAccess }) with { Tags = new Dictionary<string, string>() });

        await _aws.InstallAsync(Given.Plan with { Force = true });

        _aws.CloudFormation.Updated.ShouldHaveSingleItem().Definition.Tags.ShouldBeNull();
    }

    [Fact]
    public async Task A_set_of_the_other_permission_model_is_refused_by_name()
    {
        _aws.CloudFormation.Add(Definition(Given.Role) with { PermissionModel = PermissionModel.ServiceManaged });

        var problem = await _aws.InstallAsync().RefusalAsync();

        problem.Id.ShouldBe("StackSetOtherModel");
        problem.Remedy.ShouldContain("-PermissionModel");
    }

    [Fact]
    public async Task An_instance_in_another_region_counts_and_the_set_keeps_to_that_region()
    {
        var set = Add(Given.Role, 2);
        set.Instances[Given.Id(2)] = set.Instances[Given.Id(2)] with { Region = "us-east-1" };

        var told = await _aws.InstallAsync();

        told.Of(2).Status.ShouldBe(CollectorRoleStatus.AlreadyInstalled);
        _aws.CloudFormation.Created.ShouldHaveSingleItem().Regions.ShouldBe(["us-east-1"]);
    }

    private FakeStackSet Add(CollectorRole role, params int[] accounts) =>
        _aws.CloudFormation.Add(Definition(role), [.. accounts.Select(Given.Id)]);

    private static StackSetDefinition Definition(CollectorRole role) => new()
    {
        StackSet = new("SonraiDigAccess"),
        TemplateBody = RoleTemplate.Collector.Body,
        Parameters = role.Deploy().Parameters,
        ExecutionRoleName = "AWSControlTowerExecution",
        Tags = new Dictionary<string, string> { ["CreatedBy"] = "SonraiControlTower" },
    };
}
