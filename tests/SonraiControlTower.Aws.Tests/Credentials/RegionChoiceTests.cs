using SonraiControlTower.Aws.Credentials;

namespace SonraiControlTower.Aws.Tests.Credentials;

public sealed class RegionChoiceTests
{
    private const string Config = """
        [default]
        region = eu-south-1
        [profile prod]
        region = ca-central-1
        """;

    [Theory]
    [InlineData("eu-west-1", "AWS_REGION AWS_DEFAULT_REGION AWS_SSM_REGION_NAME", "prod", "eu-west-1")]
    [InlineData(null, "AWS_REGION AWS_DEFAULT_REGION AWS_SSM_REGION_NAME", "prod", "us-east-1")]
    [InlineData(null, "AWS_DEFAULT_REGION AWS_SSM_REGION_NAME", "prod", "us-east-2")]
    [InlineData(null, "AWS_SSM_REGION_NAME", "prod", "us-west-1")]
    [InlineData(null, "", "prod", "ca-central-1")]
    [InlineData(null, "", null, "eu-south-1")]
    public void The_nearest_region_counts(string? given, string variables, string? profile, string expected)
    {
        using var files = new SharedFiles(Config);
        var machine = files.Machine();
        foreach (var variable in variables.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            machine[variable] = variable switch { "AWS_REGION" => "us-east-1", "AWS_DEFAULT_REGION" => "us-east-2", _ => "us-west-1" };
        }

        Settle(machine, new AwsAccess { Region = given, ProfileName = profile }).ShouldBe(expected);
    }

    [Fact]
    public void The_profile_of_the_environment_has_its_say()
    {
        using var files = new SharedFiles(Config);
        var machine = files.Machine();
        machine["AWS_PROFILE"] = "prod";

        Settle(machine, new AwsAccess()).ShouldBe("ca-central-1");
    }

    [Fact]
    public void An_instance_is_asked_last()
    {
        var machine = new FakeMachine { IsEc2Instance = true, RegionOfInstance = "ap-south-1" };

        Settle(machine, new AwsAccess()).ShouldBe("ap-south-1");
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "true")]
    public void Without_metadata_to_ask_there_is_no_region_and_nothing_is_sent(bool isInstance, string disabled)
    {
        var machine = new FakeMachine { IsEc2Instance = isInstance, RegionOfInstance = "ap-south-1" };
        machine["AWS_EC2_METADATA_DISABLED"] = disabled;

        Should.Throw<SonraiException>(() => Settle(machine, new AwsAccess())).Problem.Id.ShouldBe("NoRegion");
        machine.MetadataRequests.ShouldBe(0);
    }

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("cn-northwest-1")]
    [InlineData("us-isob-east-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("ap-southeast-12")]
    [InlineData("xx-central-1")]
    public void A_region_newer_than_the_module_is_accepted(string region) =>
        Settle(new FakeMachine(), new AwsAccess { Region = region }).ShouldBe(region);

    [Theory]
    [InlineData("Ireland")]
    [InlineData("eu-west")]
    [InlineData("us-east-1a")]
    [InlineData("eu-west-1/../evil.example")]
    [InlineData("")]
    public void What_cannot_be_a_region_is_named(string region)
    {
        var problem = Should.Throw<SonraiException>(() => Settle(new FakeMachine(), new AwsAccess { Region = region })).Problem;

        problem.Id.ShouldBe("UnknownRegion");
        problem.Target.ShouldBe(region);
    }

    private static string Settle(FakeMachine machine, AwsAccess access) =>
        new RegionChoice(machine).Settle(access, new Profiles(machine).Find(access));
}
