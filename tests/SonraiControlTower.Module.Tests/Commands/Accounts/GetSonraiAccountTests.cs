using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Accounts;

public sealed class GetSonraiAccountTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = ModuleRunspace.InSandbox();

    public GetSonraiAccountTests() => _sandbox.Run("Get-OrgAccount -OU Security | Register-SonraiAccount");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void It_lists_what_is_registered_and_by_whom()
    {
        var run = _sandbox.Run("Get-SonraiAccount");

        run.Strings("AccountId").ShouldBe(["222233334444", "333344445555"], ignoreOrder: true);
        run.Strings("RegisteredBy").Distinct().ShouldBe(["SonraiControlTower"]);
        run.Strings("Collector").Distinct().ShouldBe(["larkmoor-security"]);
    }

    [Fact]
    public void A_collector_narrows_the_list_by_name_or_object()
    {
        _sandbox.Run("Get-SonraiAccount -Collector larkmoor-security").Output.Count.ShouldBe(2);
        _sandbox.Run("Get-SonraiAccount -Collector (Get-SonraiCollector)").Output.Count.ShouldBe(2);
        _sandbox.Run("Get-SonraiAccount -Collector nowhere").OnlyError("CollectorNotFound");
    }

    [Fact]
    public void Accounts_through_the_pipe_are_looked_up_and_a_missing_one_is_told()
    {
        var run = _sandbox.Run("Get-OrgAccount -Name Audit, Identity | Get-SonraiAccount");

        run.Strings("AccountId").ShouldBe(["222233334444"]);
        run.OnlyError("AccountNotRegistered").TargetObject.ShouldBe("555566667777");
    }
}
