using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Frameworks;

public sealed class DisableSonraiControlFrameworkTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public DisableSonraiControlFrameworkTests() =>
        _sandbox.Run("Enable-SonraiControlFramework Data*, Identity*; Enable-SonraiControlFramework Data* -Swimlane Billing").Errors.ShouldBeEmpty();

    public void Dispose() => _sandbox.Dispose();

    private IEnumerable<string?> Enabled => _sandbox.Run("Get-SonraiControlFramework -Enabled").Strings("Title");

    [Theory]
    [InlineData("Disable-SonraiControlFramework 'Data Exposure'")]
    [InlineData("Get-SonraiControlFramework Data* | Disable-SonraiControlFramework")]
    public void A_framework_is_disabled_by_title_or_through_the_pipe(string script)
    {
        _sandbox.Run(script).Errors.ShouldBeEmpty();

        Enabled.ShouldBe(["Identity Hygiene"]);
    }

    [Fact]
    public void What_is_disabled_for_a_swimlane_stays_enabled_globally()
    {
        var run = _sandbox.Run("Disable-SonraiControlFramework * -Swimlane Billing -PassThru");

        run.Errors.ShouldBeEmpty();
        run.Values("Swimlanes").ShouldAllBe(titles => !((IEnumerable<string>)titles!).Any());
        Enabled.Count().ShouldBe(2);
    }

    [Fact]
    public void An_object_of_before_does_not_hide_how_things_are()
    {
        var run = _sandbox.Run("""
            $before = Get-SonraiControlFramework Cross*
            $before | Enable-SonraiControlFramework
            $before | Disable-SonraiControlFramework -PassThru
            """);

        run.Values("IsEnabled").ShouldBe([false]);
    }

    [Fact]
    public void WhatIf_disables_nothing()
    {
        _sandbox.Run("Disable-SonraiControlFramework * -WhatIf").Errors.ShouldBeEmpty();

        Enabled.Count().ShouldBe(2);
    }
}
