namespace SonraiControlTower.Engine.Tests.Swimlanes;

public sealed class LocalSwimlanesTests
{
    [Fact]
    public async Task The_global_one_comes_before_those_given()
    {
        var prod = new SonraiSwimlane { Title = "Prod", Srn = "srn:acme::Swimlane/1" };
        var dig = new LocalDig(Engines.Tenant, [], Engines.Clock(), [prod]);

        var swimlanes = await dig.Swimlanes.ListAsync(default).ToListAsync();

        swimlanes.Select(one => one.Srn).ShouldBe(["srn:acme::Swimlane/Global", prod.Srn]);
        swimlanes[0].IsGlobal.ShouldBeTrue();
    }

    [Fact]
    public async Task An_engine_that_was_given_none_has_the_global_one() =>
        (await Engines.Started().Swimlanes.ListAsync(default).ToListAsync()).ShouldHaveSingleItem().Title.ShouldBe("Global");
}
