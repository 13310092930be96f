using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Remediation.RemediationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Remediation;

public sealed class GetSonraiRemediationTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void What_was_done_is_found_by_id_identity_status_and_account()
    {
        var id = _sandbox.Run(Remedy).Strings("Id").Single();

        foreach (var arguments in new[] { "", id, "-Identity AllSafe*", "-Status Applied", $"-AccountId 222244446666 {Through}" })
        {
            var run = _sandbox.Run($"Get-SonraiRemediation {arguments}");

            run.Errors.ShouldBeEmpty();
            run.Strings("Id").ShouldBe([id]);
        }

        _sandbox.Run("Get-SonraiRemediation -Identity nobody").Output.ShouldBeEmpty();
        _sandbox.Run("Get-SonraiRemediation -Status Undone").Output.ShouldBeEmpty();
    }

    [Fact]
    public void An_id_that_is_not_there_is_told() => _sandbox.Run("Get-SonraiRemediation none").OnlyError("RemediationNotFound");
}
