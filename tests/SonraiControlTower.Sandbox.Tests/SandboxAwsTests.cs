namespace SonraiControlTower.Sandbox.Tests;

public sealed class SandboxAwsTests
{
    [Fact]
    public async Task It_opens_without_region_and_credentials()
    {
        var organizations = await new SandboxAws(LandingZone.Sample()).OpenOrganizationsAsync(new AwsAccess(), default);

        (await organizations.DescribeOrganizationAsync(default)).Id.ShouldBe("o-exampleorgid");
    }

    [Fact]
    public async Task It_counts_what_it_is_asked()
    {
        var aws = new SandboxAws(LandingZone.Sample(Zones.Clock()));

        await (await aws.OpenOrganizationsAsync(new AwsAccess(), default)).ListAccountsAsync(default).CountAsync();
        await (await aws.OpenStsAsync(new AwsAccess(), default)).GetCallerIdentityAsync(default);

        aws.RequestCounts["ListAccounts"].ShouldBe(2);
        aws.RequestCounts["GetCallerIdentity"].ShouldBe(1);
    }

    [Fact]
    public async Task Stack_sets_are_throttled_by_account_and_region()
    {
        var clock = new PromptClock();
        var aws = new SandboxAws(LandingZone.Sample(clock), new RequestRate(Burst: 1, PerSecond: 1));

        await (await aws.OpenCloudFormationAsync(new AwsAccess(), default)).StackSets.DescribeAsync(new StackSetRef("x"), default);
        await (await aws.OpenCloudFormationAsync(new AwsAccess { Region = "us-east-1" }, default)).StackSets.DescribeAsync(new StackSetRef("x"), default);
        var before = clock.Pauses.Count;
        await (await aws.OpenCloudFormationAsync(new AwsAccess(), default)).StackSets.DescribeAsync(new StackSetRef("x"), default);

        before.ShouldBe(0);
        clock.Pauses.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_it_again_is_throttled_with_the_others()
    {
        var clock = new PromptClock();
        var aws = new SandboxAws(LandingZone.Sample(clock), new RequestRate(Burst: 1, PerSecond: 1));

        await (await aws.OpenOrganizationsAsync(new AwsAccess(), default)).DescribeOrganizationAsync(default);
        await (await aws.OpenOrganizationsAsync(new AwsAccess(), default)).DescribeOrganizationAsync(default);

        clock.Pauses.ShouldNotBeEmpty();
    }
}
