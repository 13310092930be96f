namespace SonraiControlTower.Engine.Tests.Frameworks;

public sealed class LocalFrameworksTests : IDisposable
{
    private static readonly SonraiSwimlane _prod = new() { Title = "Prod", Srn = "srn:acme::Swimlane/1" };
    private readonly LocalDig _dig = new(Engines.Tenant, [], Engines.Clock(), [_prod]);

    public void Dispose() => _dig.Dispose();

    [Fact]
    public void The_catalogue_says_what_is_made_up() =>
        string.Join(' ', FrameworkCatalogue.ReadFile().About).ShouldContain("made up");

    [Fact]
    public async Task The_four_of_the_walkthrough_are_among_eight_and_none_is_enabled()
    {
        var frameworks = await ListAsync();

        frameworks.Count.ShouldBe(8);
        frameworks.Count(one => one.Title.StartsWith("Least Privilege – Optimize ", StringComparison.Ordinal)).ShouldBe(4);
        frameworks.ShouldContain(one => one.Title == "Least Privilege – Optimize Policy");
        frameworks.ShouldAllBe(one => !one.IsEnabled && one.Swimlanes!.Count == 0 && one.PolicyCount > 0);
        frameworks.ShouldAllBe(one => one.Srn.StartsWith("srn:acme::ControlFramework/", StringComparison.Ordinal));
        frameworks.Select(one => one.Srn).ShouldBeUnique();
    }

    [Fact]
    public async Task The_global_state_and_that_of_a_swimlane_are_apart()
    {
        var framework = (await ListAsync())[0];

        await SetAsync(framework, null, enabled: true);
        await SetAsync(framework, _prod, enabled: true);
        await SetAsync(framework, _prod, enabled: true);
        var both = (await ListAsync())[0];
        await SetAsync(framework, null, enabled: false);
        var swimlaneOnly = (await ListAsync())[0];
        await SetAsync(framework, _prod, enabled: false);
        var neither = (await ListAsync())[0];

        (both.IsEnabled, both.Swimlanes!.Single()).ShouldBe((true, "Prod"));
        (swimlaneOnly.IsEnabled, swimlaneOnly.IsEnabledFor(_prod)).ShouldBe((false, true));
        (neither.IsEnabled, neither.IsEnabledFor(_prod)).ShouldBe((false, false));
    }

    [Fact]
    public async Task What_is_not_there_is_told()
    {
        var gone = (await ListAsync())[0] with { Srn = "srn:acme::ControlFramework/none" };

        (await SetAsync(gone, null, enabled: true)).Now.ShouldBeNull();
        await SetAsync((await ListAsync())[0], _prod with { Srn = "srn:acme::Swimlane/none" }, enabled: true).ShouldBeRefusedAsync("SwimlaneNotFound");
    }

    [Fact]
    public async Task Once_the_sessions_token_has_ended_calls_are_refused()
    {
        var clock = Engines.Clock();
        var dig = Engines.Started(clock);
        var framework = (await dig.ControlFrameworks.ListAsync(default).ToListAsync())[0];

        clock.Advance(TimeSpan.FromDays(30));

        await dig.Swimlanes.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.ControlFrameworks.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.ControlFrameworks.SetEnabledAsync(framework, null, enabled: true, default).ShouldBeRefusedAsync("TokenExpired");
    }

    private Task<List<SonraiControlFramework>> ListAsync() => _dig.ControlFrameworks.ListAsync(default).ToListAsync().AsTask();

    private Task<FrameworkAnswer> SetAsync(SonraiControlFramework framework, SonraiSwimlane? swimlane, bool enabled) =>
        _dig.ControlFrameworks.SetEnabledAsync(framework, swimlane, enabled, default);
}
