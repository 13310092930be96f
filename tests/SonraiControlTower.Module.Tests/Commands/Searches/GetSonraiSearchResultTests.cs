using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Searches;

public sealed class GetSonraiSearchResultTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_is_found_has_the_members_of_the_search_as_properties()
    {
        var run = _sandbox.Run("Get-SonraiSearchResult 'Identities with unused permissions'");

        run.Errors.ShouldBeEmpty();
        run.Strings("Search").Distinct().ShouldBe(["Identities with unused permissions"]);
        run.Strings("Card").Distinct().ShouldBe(["Identities"]);
        var booking = _sandbox.Run("Get-SonraiSearchResult 'Identities with unused permissions' | Where-Object name -eq BookingApiProdRole");
        run.Strings("srn").ShouldBeUnique();
        booking.Values("policies").ShouldHaveSingleItem().ShouldBe(new object[] { "legacy-export", "booking-api-wide" });
    }

    [Fact]
    public void It_finds_what_there_is_now()
    {
        var before = _sandbox.Run("Get-SonraiSearchResult 'Open tickets'").Output.Count;

        var closed = _sandbox.Run("Get-SonraiSearchResult 'Open tickets' | Where-Object severityCategory -eq CRITICAL | Close-SonraiTicket").Output.Count;

        closed.ShouldBeGreaterThan(0);
        _sandbox.Run("Get-SonraiSearchResult 'Open tickets'").Output.Count.ShouldBe(before - closed);
    }

    [Fact]
    public void A_search_that_finds_nothing_gives_nothing()
    {
        var run = _sandbox.Run("Get-SonraiSearchResult 'Registered accounts'");

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Searches_come_through_the_pipe()
    {
        _sandbox.Run("$null = Register-SonraiAccount 222233334444");

        var run = _sandbox.Run("Get-SonraiSearch Registered* | Get-SonraiSearchResult");

        run.Errors.ShouldBeEmpty();
        run.Strings("accountNumber").ShouldBe(["222233334444"]);
    }

    [Fact]
    public void What_Dig_does_not_run_is_told_and_the_next_runs()
    {
        var run = _sandbox.Run("Get-SonraiSearchResult nothing, 'Open tickets'");

        var error = run.OnlyError("SearchRefused");
        error.TargetObject.ShouldBe("nothing");
        error.ErrorDetails.RecommendedAction.ShouldContain("Get-SonraiSearch");
        run.Output.Count.ShouldBe(_sandbox.Run("Get-SonraiLeastPrivilegeTicket -ControlFramework *").Output.Count);
    }

    [Fact]
    public void Tab_completes_the_names()
    {
        var run = _sandbox.Run("(TabExpansion2 'Get-SonraiSearchResult op' 25).CompletionMatches.CompletionText");

        run.Output.Select(text => text.ToString()).ShouldBe(["'Open tickets'"]);
    }

    [Fact]
    public void Without_a_session_there_is_one_error()
    {
        using var bare = new ModuleRunspace();

        bare.Run("Get-SonraiSearchResult x").OnlyError("NotConnected");
    }
}
