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
    public async Task Whoever_opens_it_again_is_throttled_with_the_others()
    {
        var clock = new PromptClock();
        var aws = new SandboxAws(LandingZone.Sample(clock), new RequestRate(Burst: 1, PerSecond: 1));

        await (await aws.OpenOrganizationsAsync(new AwsAccess(), default)).DescribeOrganizationAsync(default);
        await (await aws.OpenOrganizationsAsync(new AwsAccess(), default)).DescribeOrganizationAsync(default);

        clock.Pauses.ShouldNotBeEmpty();
    }
}
