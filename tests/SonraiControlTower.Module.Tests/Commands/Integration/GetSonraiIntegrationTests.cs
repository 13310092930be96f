using static SonraiControlTower.Module.Tests.Commands.Integration.IntegrationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class GetSonraiIntegrationTests
{
    [Fact]
    public void It_tells_what_the_integration_was_set_up_with_and_what_it_is_made_of()
    {
        using var sandbox = Installed();

        var run = sandbox.Run("Get-SonraiIntegration");

        run.Errors.ShouldBeEmpty();
        run.Strings("OrganizationId").ShouldBe(["o-exampleorgid"]);
        run.Strings("CollectorName").ShouldBe(sandbox.Run("Get-SonraiCollector").Strings("Name"));
        run.Strings("LogArchiveAccount").ShouldBe(["333344445555"]);
        run.Only<string>("SecretArn").ShouldStartWith("arn:aws:secretsmanager:eu-west-1:111122223333:secret:");
        run.Only<string>("SetupFunction").ShouldNotBeEmpty();
        run.Only<string>("EventQueueUrl").ShouldContain("EventQueue");
        run.Strings("SourceBucket").ShouldBe(["sonrai-control-tower-111122223333-eu-west-1"]);
        run.Only<int>("RotationDays").ShouldBe(15);
    }

    [Fact]
    public void The_name_comes_by_the_pipeline()
    {
        using var sandbox = Installed($"{Install} -StackName Other");

        sandbox.Run("Get-SonraiIntegration").OnlyError("IntegrationNotInstalled").TargetObject.ShouldBe("SonraiControlTower");
        sandbox.Run("[pscustomobject]@{ StackName = 'Other' } | Get-SonraiIntegration").Strings("StackName").ShouldBe(["Other"]);
    }

    [Fact]
    public void A_stack_is_of_one_region()
    {
        using var sandbox = Installed();

        sandbox.Run("Get-SonraiIntegration -Region us-west-2").OnlyError("IntegrationNotInstalled").ToString().ShouldContain("us-west-2");
    }
}
