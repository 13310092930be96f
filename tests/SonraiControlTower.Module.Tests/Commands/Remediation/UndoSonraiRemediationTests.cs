using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Remediation.RemediationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Remediation;

public sealed class UndoSonraiRemediationTests : IDisposable
{
    private const string Originals = "Get-SonraiPolicyRecommendation AllSafeProdRole";

    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Undone_the_policies_are_as_they_were_and_a_second_time_is_refused()
    {
        var before = _sandbox.Run(Originals).Strings("OriginalPolicy").Order(StringComparer.Ordinal).ToList();
        _sandbox.Run(Remedy).Errors.ShouldBeEmpty();

        var run = _sandbox.Run($"Get-SonraiRemediation | Undo-SonraiRemediation {Through} -Confirm:$false -PassThru");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Undone"]);
        before.ShouldNotBeEmpty();
        _sandbox.Run(Originals).Strings("OriginalPolicy").Order(StringComparer.Ordinal).ShouldBe(before);
        _sandbox.Run($"Get-SonraiRemediation | Undo-SonraiRemediation {Through} -Confirm:$false").OnlyError("RemediationWrongStatus");
    }

    [Fact]
    public void An_id_that_is_not_there_is_told() =>
        _sandbox.Run($"Undo-SonraiRemediation -Id none {Through} -Confirm:$false").OnlyError("RemediationNotFound");
}
