using SonraiControlTower.Module.Tests.Commands.Activity;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.LeastPrivilege;

public sealed class GetSonraiPolicyRecommendationTests : IDisposable
{
    private readonly EstateFiles _files = new();
    private readonly ModuleRunspace _local;

    public GetSonraiPolicyRecommendationTests() => _local = EstateFiles.Connect(_files);

    public void Dispose()
    {
        _local.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void What_was_used_is_kept_and_what_was_only_refused_is_not()
    {
        var run = _local.Run("Get-SonraiPolicyRecommendation worker -Period 20");

        run.Errors.ShouldBeEmpty();
        run.Strings("Advice").ShouldBe(["Replace"]);
        var policy = ((IReadOnlyList<string>)run.Values("RecommendedPolicies").Single()!).ShouldHaveSingleItem();
        policy.ShouldContain("ec2:DescribeInstances");
        policy.ShouldNotContain("iam:CreateUser");
        ((int)run.Values("KeptCount").Single()! + (int)run.Values("RemovedCount").Single()!).ShouldBe(4);
    }

    [Theory]
    [InlineData("-Period 365")]
    [InlineData("-Period '365'")]
    [InlineData("-Period ([timespan]::FromDays(365))")]
    [InlineData("-Period 20 -GracePeriod 20000")]
    public void Times_are_days_and_too_little_known_is_waited_for(string times) =>
        _local.Run($"Get-SonraiPolicyRecommendation worker {times}").Strings("Advice").ShouldBe(["Wait"]);

    [Fact]
    public void All_identities_come_or_those_of_the_pipeline()
    {
        _local.Run("Get-SonraiPolicyRecommendation -Period 20").Strings("IdentityArn").ShouldBe([EstateFiles.Idler, EstateFiles.Worker]);
        _local.Run("Get-SonraiActivity | Get-SonraiPolicyRecommendation -Period 20").Strings("IdentityArn").ShouldBe([EstateFiles.Worker]);
        _local.Run("Get-SonraiPolicyRecommendation -Policy other*").Output.ShouldBeEmpty();
        _local.Run("Get-SonraiPolicyRecommendation -AccountId 111122223333").Output.ShouldBeEmpty();
    }
}
