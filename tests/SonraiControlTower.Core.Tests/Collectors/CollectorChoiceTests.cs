using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Collectors;

public sealed class CollectorChoiceTests
{
    [Theory]
    [InlineData("green")]
    [InlineData("GREEN")]
    [InlineData("srn:acme::PlatformAccount/green")]
    public async Task A_collector_is_chosen_by_name_or_SRN(string text) =>
        (await ChooseAsync(text, FakeDig.Blue, FakeDig.Green)).ShouldBe(FakeDig.Green);

    [Fact]
    public async Task The_only_one_need_not_be_named() =>
        (await ChooseAsync(null, FakeDig.Blue)).ShouldBe(FakeDig.Blue);

    [Fact]
    public async Task Of_several_one_must_be_named()
    {
        var problem = await ChooseAsync(null, FakeDig.Blue, FakeDig.Green).RefusalAsync();

        problem.Id.ShouldBe("CollectorRequired");
        problem.Remedy.ShouldContain("'blue', 'green'");
    }

    [Fact]
    public async Task An_unknown_name_is_refused_with_those_there_are()
    {
        var problem = await ChooseAsync("red", FakeDig.Blue, FakeDig.Green).RefusalAsync();

        problem.Id.ShouldBe("CollectorNotFound");
        problem.Message.ShouldContain("'red'");
        problem.Remedy.ShouldContain("'blue', 'green'");
    }

    [Fact]
    public async Task A_name_that_two_have_is_refused_with_their_SRNs()
    {
        var twin = FakeDig.Blue with { Name = "Blue", Srn = "srn:acme::PlatformAccount/twin" };

        var problem = await ChooseAsync("blue", FakeDig.Blue, twin).RefusalAsync();

        problem.Id.ShouldBe("CollectorAmbiguous");
        problem.Remedy.ShouldContain("srn:acme::PlatformAccount/blue, srn:acme::PlatformAccount/twin");
    }

    [Theory]
    [InlineData(null, "NoCollector")]
    [InlineData("blue", "CollectorNotFound")]
    public async Task Without_any_collector_the_way_to_get_one_is_told(string? text, string problemId)
    {
        var problem = await ChooseAsync(text).RefusalAsync();

        problem.Id.ShouldBe(problemId);
        problem.Remedy.ShouldContain("Deploy a collector");
    }

    private static Task<SonraiCollector> ChooseAsync(string? text, params SonraiCollector[] collectors) =>
        CollectorChoice.ChooseAsync(new FakeDig(collectors), text, default);
}
