using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ListSwimlanesTests
{
    [Fact]
    public async Task Swimlanes_are_read_page_by_page()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { PageCap = 2 });
        foreach (var number in Enumerable.Range(1, 5))
        {
            tenant.Server.AddSwimlane($"Lane {number}");
        }

        var swimlanes = await tenant.Dig.Swimlanes.ListAsync(default).ToListAsync();

        swimlanes.Select(one => one.Title).ShouldBe(["Lane 1", "Lane 2", "Lane 3", "Lane 4", "Lane 5"]);
        tenant.Server.Record.Count("Swimlanes").ShouldBe(3);
    }

    [Fact]
    public async Task A_swimlane_comes_with_what_it_holds_and_what_is_null_is_empty()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddSwimlane("Prod", "111122223333", "222233334444");

        var swimlane = (await tenant.Dig.Swimlanes.ListAsync(default).ToListAsync()).ShouldHaveSingleItem();

        swimlane.Accounts.ShouldBe(["111122223333", "222233334444"]);
        swimlane.ResourceIds.ShouldBe(["*Prod*"]);
        swimlane.DefaultImportance.ShouldBe(5);
        swimlane.Tags.ShouldBeEmpty();
        swimlane.Environments.ShouldBeEmpty();
        swimlane.IsGlobal.ShouldBeFalse();
    }

    [Fact]
    public async Task The_global_swimlane_is_known_by_its_SRN()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddSwimlane("Global");

        (await tenant.Dig.Swimlanes.ListAsync(default).ToListAsync()).ShouldHaveSingleItem().IsGlobal.ShouldBeTrue();
    }
}
