using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>Control frameworks on a tenant's wire.</summary>
public sealed class FrameworkTests
{
    [Fact]
    public async Task The_four_frameworks_of_the_walkthrough_are_enabled_globally()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.AddFramework("Other");
        tenant.Dig.AddLeastPrivilege();

        var run = tenant.Run("Enable-SonraiControlFramework 'Least Privilege - Optimize*' -PassThru");

        run.Errors.ShouldBeEmpty();
        run.Values("IsEnabled").ShouldBe([true, true, true, true]);
        tenant.Dig.EnabledFrameworks.Count.ShouldBe(4);
    }

    [Fact]
    public async Task One_framework_that_Dig_refuses_does_not_touch_the_others()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.RefuseFramework(tenant.Dig.AddLeastPrivilege()[1], "not in your plan");

        var run = tenant.Run("Get-SonraiControlFramework | Enable-SonraiControlFramework");

        run.OnlyError("FrameworkRefused").ErrorDetails.Message.ShouldContain("not in your plan");
        tenant.Dig.EnabledFrameworks.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_tenant_that_does_not_offer_it_is_told_where_to_do_it_and_not_asked()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { OffersFrameworkUpdate = false });
        tenant.Dig.AddLeastPrivilege();

        var run = tenant.Run("Enable-SonraiControlFramework *");

        var error = run.OnlyError("OperationNotOffered");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.NotImplemented);
        error.ErrorDetails.RecommendedAction.ShouldContain("Enable Globally");
        tenant.Dig.Record.Count("UpdateControlFramework").ShouldBe(0);
    }

    [Fact]
    public async Task A_framework_is_enabled_for_one_swimlane()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.AddFramework("Data Exposure");
        tenant.Dig.AddSwimlane("Prod", "111122223333");

        var run = tenant.Run("Enable-SonraiControlFramework * -Swimlane prod; Get-SonraiControlFramework");

        run.Errors.ShouldBeEmpty();
        run.Values("Swimlanes").Single().ShouldBeAssignableTo<IEnumerable<string>>()!.ShouldBe(["Prod"]);
        tenant.Dig.EnabledFrameworks.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_tenants_copy_is_enabled_and_not_what_Sonrai_hands_out()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.AddFramework("Data Exposure", srn: "srn:supersonrai::ControlFramework/77");
        tenant.Dig.AddFramework("Data Exposure", srn: "srn:supersonrai::ControlFramework/77/crc90210");

        var run = tenant.Run("Get-SonraiControlFramework | Enable-SonraiControlFramework; Get-SonraiControlFramework -Enabled");

        run.Errors.ShouldBeEmpty();
        run.Strings("Srn").ShouldBe(["srn:supersonrai::ControlFramework/77/crc90210"]);
    }

    [Fact]
    public async Task A_change_that_the_tenant_takes_and_does_not_make_is_told()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.LeaveUnmoved(tenant.Dig.AddFramework("Data Exposure"));

        tenant.Run("Enable-SonraiControlFramework * -PassThru").OnlyError("FrameworkNotChanged");
    }
}
