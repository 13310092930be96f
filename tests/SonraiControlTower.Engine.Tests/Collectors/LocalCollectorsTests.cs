namespace SonraiControlTower.Engine.Tests.Collectors;

public sealed class LocalCollectorsTests
{
    [Fact]
    public async Task Collectors_that_can_read_AWS_are_listed_in_the_order_given()
    {
        var dig = Engines.Started();

        (await dig.Collectors.ListAsync(default).ToListAsync()).ShouldBe([Engines.Blue, Engines.Green]);
    }

    [Fact]
    public async Task An_engine_without_collectors_lists_none()
    {
        var dig = new LocalDig("acme", [], Engines.Clock());

        (await dig.Collectors.ListAsync(default).ToListAsync()).ShouldBeEmpty();
    }
}
