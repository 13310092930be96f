using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class GetOrgAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_account_comes_once_with_its_place_in_the_tree()
    {
        var run = _sandbox.Run("Get-OrgAccount");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBeInRange(20, 30);
        run.Strings("AccountId").Distinct().Count().ShouldBe(run.Output.Count);
        run.Strings("OrganizationalUnitPath").ShouldAllBe(path => path != null && path.StartsWith('/'));
        run.Strings("OrganizationalUnitPath").ShouldContain(path => path!.Split('/').Length == 4, "units three deep");
        run.Strings("Status").Distinct().ShouldBe(["ACTIVE", "SUSPENDED", "PENDING_CLOSURE"], ignoreOrder: true);
    }

    [Fact]
    public void The_management_account_is_in_the_root_and_says_so()
    {
        var run = _sandbox.Run("Get-OrgAccount | Where-Object IsManagementAccount");

        run.Strings("OrganizationalUnitPath").ShouldBe(["/"]);
    }

    [Theory]
    [InlineData("-OrganizationalUnit Security", 2)]
    [InlineData("-OrganizationalUnit /Security", 2)]
    [InlineData("-OU ((Get-OrgAccount -OU Security)[0].OrganizationalUnitId)", 2)]
    public void A_unit_may_be_named_by_name_path_or_id(string filter, int expected)
    {
        var run = _sandbox.Run($"Get-OrgAccount {filter}");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(expected);
        run.Strings("OrganizationalUnitPath").Distinct().ShouldBe(["/Security"]);
    }

    [Fact]
    public void Recurse_takes_the_units_below_too()
    {
        var flat = _sandbox.Run("Get-OrgAccount -OU /Workloads");
        var deep = _sandbox.Run("Get-OrgAccount -OU /Workloads -Recurse");

        flat.Output.ShouldBeEmpty();
        deep.Strings("OrganizationalUnitPath").Distinct().Count().ShouldBeGreaterThan(3);
        deep.Strings("OrganizationalUnitPath").ShouldAllBe(path => path!.StartsWith("/Workloads/", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_take_wildcards_and_statuses_filter()
    {
        var named = _sandbox.Run("Get-OrgAccount -Name *prod, audit");
        var suspended = _sandbox.Run("Get-OrgAccount -Status suspended");

        named.Strings("Name").ShouldAllBe(name => name!.EndsWith("prod", StringComparison.Ordinal) || name == "Audit");
        named.Strings("Name").ShouldContain("Audit");
        suspended.Strings("Status").ShouldBe(["SUSPENDED"]);
    }

    [Fact]
    public void Ids_come_by_parameter_by_pipeline_and_by_property_name()
    {
        var run = _sandbox.Run("""
            $two = @(Get-OrgAccount -Name Audit, 'Log archive').AccountId
            Get-OrgAccount -AccountId $two
            $two | Get-OrgAccount
            [pscustomobject]@{ Id = $two[0] } | Get-OrgAccount
            [pscustomobject]@{ AccountId = $two[1]; Team = 'x' } | Get-OrgAccount
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("Name").Count(name => name == "Audit").ShouldBe(3);
        run.Strings("Name").Count(name => name == "Log archive").ShouldBe(3);
    }

    [Fact]
    public void An_id_that_no_account_has_is_an_error_and_the_others_still_come()
    {
        var run = _sandbox.Run("Get-OrgAccount -AccountId 999999999999, 222233334444");

        run.Strings("AccountId").ShouldBe(["222233334444"]);
        run.OnlyError("AccountNotInOrganization").TargetObject.ShouldBe("999999999999");
    }

    [Fact]
    public void A_malformed_id_is_an_error_that_tells_of_lost_zeros()
    {
        var run = _sandbox.Run("Get-OrgAccount 11112222, 222233334444");

        run.Strings("AccountId").ShouldBe(["222233334444"]);
        var error = run.OnlyError("MalformedAccountId");
        error.TargetObject.ShouldBe("11112222");
        error.ErrorDetails.RecommendedAction.ShouldContain("000011112222");
    }

    [Fact]
    public void An_unknown_unit_is_an_error_that_lists_the_known_ones()
    {
        var run = _sandbox.Run("Get-OrgAccount -OU Nowhere");

        run.OnlyError("OrganizationalUnitNotFound").ErrorDetails.RecommendedAction.ShouldContain("/Security");
    }

    [Fact]
    public void The_pipeline_may_stop_early()
    {
        var run = _sandbox.Run("foreach ($account in Get-OrgAccount) { $account; break }");

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_a_session_it_says_how_to_get_one()
    {
        using var fresh = new ModuleRunspace();

        var run = fresh.Run("Get-OrgAccount");

        run.OnlyError("NotConnected").CategoryInfo.Category.ShouldBe(ErrorCategory.ConnectionError);
        run.Errors[0].ErrorDetails.RecommendedAction.ShouldContain("Connect-Sonrai");
    }
}
