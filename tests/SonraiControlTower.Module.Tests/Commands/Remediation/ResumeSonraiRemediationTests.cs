using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Remediation.RemediationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Remediation;

public sealed class ResumeSonraiRemediationTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(7, "Staged")]
    [InlineData(0, "Applied")]
    public void What_is_staged_waits_for_its_days(int days, string expected)
    {
        var staged = _sandbox.Run($"{Remedy} -Stage -GraceDays {days}");

        var run = _sandbox.Run($"Get-SonraiRemediation | Resume-SonraiRemediation {Through} -Confirm:$false");

        staged.Errors.ShouldBeEmpty();
        staged.Strings("Status").ShouldBe(["Staged"]);
        run.Errors.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiRemediation").Strings("Status").ShouldBe([expected]);
    }

    [Fact]
    public void An_id_that_is_not_there_is_told() =>
        _sandbox.Run($"Resume-SonraiRemediation none {Through} -Confirm:$false").OnlyError("RemediationNotFound");
}
