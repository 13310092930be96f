using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ListFrameworksTests
{
    [Fact]
    public async Task Frameworks_are_read_page_by_page_with_their_policies()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { PageCap = 3 });
        tenant.Server.AddLeastPrivilege();
        tenant.Server.AddFramework("Data Exposure", enabled: true, srn: null, "Public buckets", "Open keys");

        var frameworks = await tenant.Dig.ControlFrameworks.ListAsync(default).ToListAsync();

        frameworks.Count.ShouldBe(5);
        frameworks.Where(one => one.IsEnabled).ShouldHaveSingleItem().Policies.ShouldBe(["Public buckets", "Open keys"]);
    }

    [Fact]
    public async Task Nothing_is_left_out_whoever_made_it()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddFramework("Own");
        tenant.Server.AddFramework("Handed out", srn: "srn:supersonrai::ControlFramework/77");
        tenant.Server.AddFramework("Handed out", srn: "srn:supersonrai::ControlFramework/77/crc90210");

        (await tenant.Dig.ControlFrameworks.ListAsync(default).ToListAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_tenant_that_does_not_tell_swimlanes_is_read_by_the_published_document()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersFrameworkSwimlanes = false });
        tenant.Server.AddFramework("Data Exposure", enabled: true);

        var framework = (await tenant.Dig.ControlFrameworks.ListAsync(default).ToListAsync()).ShouldHaveSingleItem();

        framework.IsEnabled.ShouldBeTrue();
        framework.Swimlanes.ShouldBeNull();
        tenant.Server.Record.Count("ControlFrameworks").ShouldBe(1);
        tenant.Server.Record.Count("ControlFrameworksWithSwimlanes").ShouldBe(0);
    }

    [Fact]
    public async Task The_schema_is_asked_once_for_a_session()
    {
        await using var tenant = await TestTenant.StartAsync();

        await tenant.Dig.ControlFrameworks.ListAsync(default).ToListAsync();
        await tenant.Dig.ControlFrameworks.ListAsync(default).ToListAsync();

        tenant.Server.Record.Count("SchemaType").ShouldBe(1);
    }
}
