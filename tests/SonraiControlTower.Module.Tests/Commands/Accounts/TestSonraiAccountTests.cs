using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.CollectorRoles.RollOutRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class TestSonraiAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_role_that_was_just_installed_is_waited_for_and_proved()
    {
        var run = _sandbox.Run($"Get-OrgAccount -OU Security | {Install} | {Test}");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Passed", "Passed"]);
        run.Strings("WithExternalId").Distinct().ShouldBe(["Admitted"]);
        run.Strings("WithoutExternalId").Distinct().ShouldBe(["Refused"]);
        run.Strings("WithWrongExternalId").Distinct().ShouldBe(["Refused"]);
        run.Values("CanRead").Distinct().ShouldBe([true]);
    }

    [Fact]
    public void Every_account_of_the_organization_has_a_result_that_names_its_blocker()
    {
        var run = _sandbox.Run($"{Test} -PropagationTimeoutSec 0");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").Distinct().ShouldBe(["Failed"]);
        run.Strings("Blocker").Distinct().ShouldBe(["NoRole", "RoleNotAssumable", "AccountClosed"], ignoreOrder: true);
        run.Output.Single(row => (string)row.Properties["Blocker"].Value == "RoleNotAssumable").Properties["AccountId"].Value.ShouldBe(Unenrolled);
        run.Strings("Remedy").ShouldAllBe(remedy => !string.IsNullOrEmpty(remedy));
    }

    [Fact]
    public void Another_external_id_is_a_trust_that_differs_with_AWSs_words_as_evidence()
    {
        _sandbox.Run($"'333344445555' | {Install}");

        var run = _sandbox.Run("'333344445555' | Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId another-external-id");

        run.Strings("Blocker").ShouldBe(["TrustMismatch"]);
        ((IEnumerable<string>)run.Values("Evidence").Single()!).ShouldHaveSingleItem().ShouldContain("sts:AssumeRole");
    }

    [Fact]
    public void Credentials_that_are_not_the_collectors_go_by_the_execution_role_or_are_refused_by_name() =>
        _sandbox.Run($"'333344445555' | {Test} -ExecutionRoleName nobody").OnlyError("NotTheCollector");

    [Fact]
    public void Testing_changes_nothing()
    {
        _sandbox.Run($"{Test} -PropagationTimeoutSec 0");

        _sandbox.Run("Get-SonraiCollectorRole").OnlyError("CollectorRoleNotInstalled");
        _sandbox.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }
}
