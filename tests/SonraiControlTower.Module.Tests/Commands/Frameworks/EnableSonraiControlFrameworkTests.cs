using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Frameworks;

public sealed class EnableSonraiControlFrameworkTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public void Dispose() => _sandbox.Dispose();

    private IEnumerable<string?> Enabled => _sandbox.Run("Get-SonraiControlFramework -Enabled").Strings("Title");

    [Theory]
    [InlineData("Enable-SonraiControlFramework 'Least Privilege - Optimize*'")]
    [InlineData("Get-SonraiControlFramework 'Least Privilege*' | Enable-SonraiControlFramework")]
    [InlineData("Enable-SonraiControlFramework (Get-SonraiControlFramework 'Least Privilege*').Srn")]
    [InlineData("Enable-SonraiControlFramework 'Least Privilege*' -Swimlane Global")]
    public void The_four_of_the_walkthrough_are_enabled_globally(string script)
    {
        var run = _sandbox.Run(script);

        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBeEmpty();
        Enabled.Count().ShouldBe(4);
        Enabled.ShouldAllBe(title => title!.StartsWith("Least Privilege", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Swimlane production")]
    [InlineData("-Swimlane (Get-SonraiSwimlane Production)")]
    [InlineData("-Swimlane (Get-SonraiSwimlane Production).Srn")]
    public void For_a_swimlane_the_global_state_stays(string swimlane)
    {
        var run = _sandbox.Run($"Enable-SonraiControlFramework 'Data Exposure' {swimlane} -PassThru");

        run.Errors.ShouldBeEmpty();
        run.Values("IsEnabled").ShouldBe([false]);
        run.Values("Swimlanes").Single().ShouldBeAssignableTo<IEnumerable<string>>()!.ShouldBe(["Production"]);
        Enabled.ShouldBeEmpty();
    }

    [Fact]
    public void PassThru_gives_also_what_was_enabled_before()
    {
        _sandbox.Run("Enable-SonraiControlFramework 'Data Exposure'");

        var run = _sandbox.Run("Enable-SonraiControlFramework Data*, Identity* -PassThru");

        run.Strings("Title").ShouldBe(["Data Exposure", "Identity Hygiene"]);
        run.Values("IsEnabled").ShouldBe([true, true]);
    }

    [Fact]
    public void An_unknown_title_is_an_error_that_lists_what_there_is_and_the_rest_goes_on()
    {
        var run = _sandbox.Run("Enable-SonraiControlFramework Nothing, 'Data Exposure', None*");

        var error = run.OnlyError("FrameworkNotFound");
        error.TargetObject.ShouldBe("Nothing");
        error.ErrorDetails.RecommendedAction.ShouldContain("'Identity Hygiene'");
        Enabled.ShouldBe(["Data Exposure"]);
    }

    [Fact]
    public void A_piped_framework_that_is_not_there_is_an_error_and_the_next_is_enabled()
    {
        var run = _sandbox.Run("""
            $gone = [SonraiControlTower.SonraiControlFramework]@{ Title = 'Gone'; Srn = 'srn:sandbox::ControlFramework/none' }
            @($gone) + @(Get-SonraiControlFramework Data*) | Enable-SonraiControlFramework
            """);

        run.OnlyError("FrameworkNotFound");
        Enabled.ShouldBe(["Data Exposure"]);
    }

    [Fact]
    public void An_unknown_swimlane_ends_the_command_with_those_there_are()
    {
        var run = _sandbox.Run("Enable-SonraiControlFramework * -Swimlane Nowhere");

        run.OnlyError("SwimlaneNotFound").ErrorDetails.RecommendedAction.ShouldContain("'Production'");
        Enabled.ShouldBeEmpty();
    }

    [Fact]
    public void WhatIf_enables_nothing()
    {
        _sandbox.Run("Enable-SonraiControlFramework * -WhatIf").Errors.ShouldBeEmpty();

        Enabled.ShouldBeEmpty();
    }

    [Fact]
    public void Tab_completes_titles_and_swimlanes()
    {
        var titles = _sandbox.Run("(TabExpansion2 'Enable-SonraiControlFramework Ident' 35).CompletionMatches.CompletionText");
        var swimlanes = _sandbox.Run("(TabExpansion2 'Enable-SonraiControlFramework x -Swimlane Pro' 45).CompletionMatches.CompletionText");

        titles.Output.Select(text => text.ToString()).ShouldBe(["'Identity Hygiene'"]);
        swimlanes.Output.Select(text => text.ToString()).ShouldBe(["Production"]);
    }
}
