using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Integration.IntegrationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class InvokeSonraiLifecycleEventTests : IDisposable
{
    private const string Account = "333355557777";
    private const string Invoke = "$events | Invoke-SonraiLifecycleEvent";

    private readonly ModuleRunspace _sandbox = Installed();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_account_of_an_event_is_brought_into_step()
    {
        Strand(Account);

        var run = _sandbox.Run(Invoke, ("events", Enrolled(Account)));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Done"]);
        run.Strings("Kind").ShouldBe(["AccountChanged"]);
        run.Only<string[]>("AccountIds").ShouldBe([Account]);
        _sandbox.Run("Get-SonraiAccount $id", ("id", Account)).Output.Count.ShouldBe(1);
        _sandbox.Run("Get-SonraiCollectorRole -AccountId $id", ("id", Account)).Output.Count.ShouldBe(1);
    }

    [Fact]
    public void WhatIf_tells_what_an_event_means_and_does_nothing()
    {
        Strand(Account);

        _sandbox.Run($"{Invoke} -WhatIf", ("events", Enrolled(Account))).Output.ShouldBeEmpty();

        _sandbox.Run("Get-SonraiAccount").Strings("AccountId").ShouldNotContain(Account);
    }

    [Fact]
    public void Events_come_as_files_and_as_objects_too()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("events.json", $"[{Enrolled(Account)},{Enrolled("333344445555")}]");

        _sandbox.Run("Invoke-SonraiLifecycleEvent -Path $file", ("file", file)).Strings("Status").ShouldBe(["Done", "Done"]);
        _sandbox.Run("""
            Invoke-SonraiLifecycleEvent @{ source = 'aws.organizations'; 'detail-type' = 'AWS API Call via CloudTrail'
                detail = @{ eventName = 'MoveAccount'; requestParameters = @{ accountId = '333344445555' } } }
            """).Strings("Name").ShouldBe(["MoveAccount"]);
    }

    [Fact]
    public void An_event_that_asks_for_nothing_is_ignored_with_the_reason()
    {
        var run = _sandbox.Run(Invoke, ("events", """{"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{}}"""));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Ignored"]);
        run.Strings("Reason").Single()!.ShouldContain("aws.ec2");
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_and_the_next_is_acted_on()
    {
        var run = _sandbox.Run(Invoke, ("events", new[] { "{\"a\":1}", Enrolled(Account) }));

        run.OnlyError("LifecycleEventUnreadable");
        run.Strings("Status").ShouldBe(["Done"]);
    }

    [Fact]
    public void An_account_that_does_not_come_into_step_makes_its_event_fail()
    {
        var run = _sandbox.Run(Invoke, ("events", new[] { Enrolled(Unenrolled), Enrolled(Account) }));

        run.Strings("Status").ShouldBe(["Failed", "Done"]);
        run.Strings("Reason").First()!.ShouldContain("AWSControlTowerExecution");
        run.OnlyError("AccountsNotSynced").TargetObject.ShouldBe(run.Output[0].BaseObject);
    }

    [Fact]
    public void Without_an_integration_it_says_so()
    {
        using var bare = Open();

        bare.Run(Invoke, ("events", Enrolled(Account))).OnlyError("IntegrationNotInstalled");
    }

    private static string Enrolled(string account) => $$$"""
        {
            "source": "aws.controltower", "detail-type": "AWS Service Event via CloudTrail", "id": "e-{{{account}}}",
            "detail": {
                "eventName": "UpdateManagedAccount",
                "serviceEventDetails": { "updateManagedAccountStatus": { "account": { "accountId": "{{{account}}}" }, "state": "SUCCEEDED" } }
            }
        }
        """;

    private void Strand(string account)
    {
        _sandbox.Run("Uninstall-SonraiCollectorRole -AccountId $id -Confirm:$false", ("id", account)).Errors.ShouldBeEmpty();
        _sandbox.Run("Unregister-SonraiAccount -AccountId $id -Confirm:$false", ("id", account)).Errors.ShouldBeEmpty();
    }
}
