using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Activity;

public sealed class GetSonraiActivityTests : IDisposable
{
    private readonly EstateFiles _files = new();
    private readonly ModuleRunspace _local;

    public GetSonraiActivityTests() => _local = EstateFiles.Connect(_files);

    public void Dispose()
    {
        _local.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void It_tells_who_used_what_and_who_was_refused()
    {
        var run = _local.Run("Get-SonraiActivity");

        run.Errors.ShouldBeEmpty();
        run.Strings("PrincipalArn").Distinct().ShouldBe([EstateFiles.Worker]);
        run.Strings("Action").ShouldBe(["ec2:DescribeInstances", "iam:CreateUser"]);
        run.Values("Count").ShouldBe([2L, 0L]);
        run.Values("DeniedCount").ShouldBe([0L, 1L]);
        run.Strings("Evidence").Distinct().ShouldBe(["Observed"]);
    }

    [Theory]
    [InlineData("Get-SonraiActivity worker", 2)]
    [InlineData("Get-SonraiActivity WORK*", 2)]
    [InlineData("Get-SonraiActivity arn:aws:iam::222233334444:role/worker -Action ec2:*", 1)]
    [InlineData("Get-SonraiActivity -OnlyDenied", 1)]
    [InlineData("Get-SonraiActivity -AccountId 111122223333", 0)]
    [InlineData("Get-SonraiActivity idler", 0)]
    [InlineData("'worker', 'WORKER' | Get-SonraiActivity", 2)]
    [InlineData("[pscustomobject]@{ ResourceArn = 'arn:aws:iam::222233334444:role/worker' } | Get-SonraiActivity", 2)]
    [InlineData("@() | Get-SonraiActivity", 0)]
    public void It_is_asked_by_principal_action_and_account(string command, int count)
    {
        var run = _local.Run(command);

        run.Errors.ShouldBeEmpty();
        run.Output.Count.ShouldBe(count);
    }
}
