using Amazon.Runtime;
using SonraiControlTower.Aws.Credentials;
using SonraiControlTower.Aws.Organizations;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Tests.Credentials;

public sealed class RetryChoiceTests
{
    [Theory]
    [InlineData("adaptive", "20", RequestRetryMode.Adaptive, 20)]
    [InlineData("legacy", "-1", RequestRetryMode.Standard, 7)]
    [InlineData(null, null, RequestRetryMode.Standard, 7)]
    public void The_environment_counts_before_the_profile(string? mode, string? attempts, RequestRetryMode expectedMode, int expectedAttempts)
    {
        using var files = new SharedFiles("[profile patient]\nretry_mode = standard\nmax_attempts = 7\n");
        var machine = files.Machine();
        machine["AWS_RETRY_MODE"] = mode;
        machine["AWS_MAX_ATTEMPTS"] = attempts;
        var profile = new Profiles(machine).Find(new AwsAccess { ProfileName = "patient" });

        var patience = new RetryChoice(machine).Settle(profile);
        var config = new ServiceConfig(OrganizationsService.Service, new AwsReach("eu-west-1", Patience: patience));

        config.RetryMode.ShouldBe(expectedMode);
        config.MaxErrorRetry.ShouldBe(expectedAttempts - 1);
    }
}
