using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Swimlanes;

public sealed class SwimlaneChoiceTests
{
    private static readonly SonraiSwimlane _prod = new() { Title = "Prod", Srn = "srn:acme::Swimlane/1" };
    private static readonly SonraiSwimlane _test = new() { Title = "Test", Srn = "srn:acme::Swimlane/2" };

    [Theory]
    [InlineData("Prod")]
    [InlineData("PROD")]
    [InlineData("srn:acme::Swimlane/1")]
    public async Task A_swimlane_is_chosen_by_title_or_SRN(string text) =>
        (await ChooseAsync(text, _prod, _test)).ShouldBe(_prod);

    [Fact]
    public async Task An_unknown_title_is_refused_with_those_there_are()
    {
        var problem = await ChooseAsync("Dev", _prod, _test).RefusalAsync();

        problem.Id.ShouldBe("SwimlaneNotFound");
        problem.Message.ShouldContain("'Dev'");
        problem.Remedy.ShouldContain("'Prod', 'Test'");
    }

    [Fact]
    public async Task Without_any_swimlane_the_way_on_is_told() =>
        (await ChooseAsync("Dev").RefusalAsync()).Remedy.ShouldContain("portal");

    [Fact]
    public async Task A_title_that_two_have_is_refused_with_their_SRNs()
    {
        var problem = await ChooseAsync("prod", _prod, _test with { Title = "prod" }).RefusalAsync();

        problem.Id.ShouldBe("SwimlaneAmbiguous");
        problem.Remedy.ShouldContain("srn:acme::Swimlane/1, srn:acme::Swimlane/2");
    }

    [Fact]
    public void The_global_one_is_known_by_its_SRN()
    {
        (_prod with { Srn = SonraiSwimlane.GlobalOf("acme").Srn }).IsGlobal.ShouldBeTrue();
        _prod.IsGlobal.ShouldBeFalse();
    }

    [Theory]
    [InlineData("global")]
    [InlineData("srn:acme::Swimlane/Global")]
    public async Task The_global_one_is_there_whether_or_not_it_is_listed(string text) =>
        (await ChooseAsync(text, _prod)).IsGlobal.ShouldBeTrue();

    private static Task<SonraiSwimlane> ChooseAsync(string text, params SonraiSwimlane[] swimlanes) =>
        SwimlaneChoice.ChooseAsync(new Listed(swimlanes), text, default);

    private sealed class Listed(SonraiSwimlane[] swimlanes) : ISwimlanes
    {
        public SonraiSwimlane Global { get; } = SonraiSwimlane.GlobalOf("acme");

        public IAsyncEnumerable<SonraiSwimlane> ListAsync(CancellationToken cancellationToken) => swimlanes.ToAsyncEnumerable();
    }
}
