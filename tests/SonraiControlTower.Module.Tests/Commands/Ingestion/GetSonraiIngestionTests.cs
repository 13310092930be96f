using SonraiControlTower.Module.Tests.Commands.Integration;

namespace SonraiControlTower.Module.Tests.Commands.Ingestion;

public sealed class GetSonraiIngestionTests
{
    [Fact]
    public void Trail_bucket_and_key_are_found_and_what_is_missing_is_told()
    {
        using var sandbox = IntegrationRunspace.Installed();

        var run = sandbox.Run("Get-SonraiIngestion");

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Disabled"]);
        run.Strings("BucketAccount").ShouldBe(["333344445555"]);
        run.Only<string>("KmsKeyArn").ShouldStartWith("arn:aws:kms:");
        run.Strings("RoleArn").ShouldBe(["arn:aws:iam::333344445555:role/sonrai-collector-role"]);
        run.Values("CanRead").ShouldBe([false]);
        run.Only<string>("Reason").ShouldContain("bucket");
    }

    [Fact]
    public void Without_a_collector_nothing_is_read_and_nothing_claimed()
    {
        using var sandbox = IntegrationRunspace.Open();

        var run = sandbox.Run("Get-SonraiIngestion");

        run.Errors.ShouldBeEmpty();
        run.Values("CanRead").ShouldBe([null]);
    }

    [Fact]
    public void An_account_that_cannot_be_entered_is_an_error()
    {
        using var sandbox = IntegrationRunspace.Open();

        sandbox.Run("Get-SonraiIngestion -ExecutionRoleName NoSuchRole").OnlyError("TrailAccountNotEntered").TargetObject.ShouldBe("333344445555");
    }
}
