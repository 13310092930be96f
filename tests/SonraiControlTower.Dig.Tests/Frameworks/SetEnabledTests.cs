using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class SetEnabledTests
{
    [Fact]
    public async Task A_framework_is_enabled_and_disabled_globally()
    {
        await using var tenant = await TestTenant.StartAsync();
        var framework = await AddedAsync(tenant);

        var (enabled, none) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default);
        var (disabled, _) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: false, default);

        none.ShouldBeNull();
        enabled!.IsEnabled.ShouldBeTrue();
        disabled!.IsEnabled.ShouldBeFalse();
        tenant.Server.EnabledFrameworks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_framework_is_enabled_and_disabled_for_a_swimlane()
    {
        await using var tenant = await TestTenant.StartAsync();
        var framework = await AddedAsync(tenant);
        var prod = await SwimlaneAsync(tenant);

        var (enabled, _) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, prod, enabled: true, default);
        var (disabled, _) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, prod, enabled: false, default);

        enabled!.IsEnabled.ShouldBeFalse();
        enabled.IsEnabledFor(prod).ShouldBeTrue();
        enabled.Swimlanes.ShouldBe(["Prod"]);
        disabled!.IsEnabledFor(prod).ShouldBeFalse();
    }

    [Fact]
    public async Task A_tenant_without_the_operation_is_told_by_name_and_not_asked_to_do_it()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersFrameworkUpdate = false });
        var framework = await AddedAsync(tenant);

        var problem = await Throws.ProblemOf(tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default));

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldContain("'UpdateControlFramework'");
        problem.Message.ShouldContain("'Mutation'");
        problem.Remedy.ShouldBe("In the Sonrai portal, open the Control Frameworks tab, choose the frameworks, Enable Globally.");
        tenant.Server.Record.Count("UpdateControlFramework").ShouldBe(0);
    }

    [Fact]
    public async Task A_tenant_that_enables_only_globally_is_not_asked_for_a_swimlane()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersFrameworkSwimlanes = false });
        var framework = await AddedAsync(tenant);
        var prod = await SwimlaneAsync(tenant);

        var problem = await Throws.ProblemOf(tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, prod, enabled: true, default));
        var (global, _) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default);

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldContain("'ControlFrameworkUpdater'");
        problem.Remedy.ShouldContain("'Prod'");
        tenant.Server.Record.Count("UpdateControlFrameworkSwimlanes").ShouldBe(0);
        global!.IsEnabled.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_is_told_with_the_state_as_it_is()
    {
        await using var tenant = await TestTenant.StartAsync();
        var framework = await AddedAsync(tenant);
        tenant.Server.RefuseFramework(framework.Srn, "your plan does not have it");

        var (now, problem) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default);

        now!.IsEnabled.ShouldBeFalse();
        problem!.Id.ShouldBe("FrameworkRefused");
        problem.Message.ShouldContain("your plan does not have it");
    }

    [Fact]
    public async Task The_answer_is_what_the_tenant_has_and_not_what_was_asked()
    {
        await using var tenant = await TestTenant.StartAsync();
        var framework = await AddedAsync(tenant);
        tenant.Server.LeaveUnmoved(framework.Srn);

        var (now, _) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default);

        now!.IsEnabled.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_is_settled_by_reading(bool arrived)
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var framework = await AddedAsync(tenant);
        tenant.Proxy.Script(ProxyFault.None, arrived ? ProxyFault.CutAfterForwarding : ProxyFault.CutBeforeForwarding);

        var (now, problem) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default);

        now!.IsEnabled.ShouldBe(arrived);
        problem!.Id.ShouldBe("FrameworkAnswerLost");
        tenant.Server.Record.Count("UpdateControlFramework").ShouldBe(arrived ? 1 : 0);
    }

    [Fact]
    public async Task A_framework_that_has_gone_is_told_by_its_absence()
    {
        await using var tenant = await TestTenant.StartAsync();
        var gone = new SonraiControlFramework { Title = "Gone", Srn = "srn:crc90210::ControlFramework/none" };

        (await tenant.Dig.ControlFrameworks.SetEnabledAsync(gone, null, enabled: true, default)).Now.ShouldBeNull();
    }

    [Fact]
    public async Task Of_frameworks_whose_SRNs_begin_alike_the_one_that_was_changed_is_read_back()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddFramework("Handed out", srn: "srn:supersonrai::ControlFramework/77/crc90210", enabled: true);
        var master = await AddedAsync(tenant, "srn:supersonrai::ControlFramework/77");

        var (now, _) = await tenant.Dig.ControlFrameworks.SetEnabledAsync(master, null, enabled: false, default);

        now!.Srn.ShouldBe(master.Srn);
        now.IsEnabled.ShouldBeFalse();
    }

    private static async Task<SonraiControlFramework> AddedAsync(TestTenant tenant, string? srn = null)
    {
        var added = tenant.Server.AddFramework("Data Exposure", srn: srn);
        return (await tenant.Dig.ControlFrameworks.ListAsync(default).ToListAsync()).Single(one => one.Srn == added);
    }

    private static async Task<SonraiSwimlane> SwimlaneAsync(TestTenant tenant)
    {
        tenant.Server.AddSwimlane("Prod");
        return (await tenant.Dig.Swimlanes.ListAsync(default).ToListAsync()).Single();
    }
}
