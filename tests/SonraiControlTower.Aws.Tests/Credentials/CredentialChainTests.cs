using SonraiControlTower.Aws.Credentials;

namespace SonraiControlTower.Aws.Tests.Credentials;

public sealed class CredentialChainTests
{
    private const string Keys = """
        [default]
        aws_access_key_id = DEFAULT
        aws_secret_access_key = secret
        [prod]
        aws_access_key_id = PROD
        aws_secret_access_key = secret
        """;

    [Theory]
    [InlineData("keys profile", "env web AWS_PROFILE container", "Given", "GIVEN")]
    [InlineData("profile", "env web AWS_PROFILE container", "NamedProfile", "PROD")]
    [InlineData("", "env web AWS_PROFILE container", "Environment", "ENVIRONMENT")]
    [InlineData("", "web AWS_PROFILE container", "WebIdentity", null)]
    [InlineData("", "AWS_PROFILE container", "Profile", "PROD")]
    [InlineData("", "container", "Profile", "DEFAULT")]
    public void The_nearest_credentials_count(string given, string around, string source, string? accessKey)
    {
        using var files = new SharedFiles(credentials: Keys);
        var machine = Surround(files.Machine(), around);
        var access = new AwsAccess
        {
            Credentials = given.Contains("keys", StringComparison.Ordinal) ? () => new AwsKeys("GIVEN", "secret", null) : null,
            ProfileName = given.Contains("profile", StringComparison.Ordinal) ? "prod" : null,
        };

        var choice = Choose(machine, access);

        choice.Source.ToString().ShouldBe(source);
        if (accessKey is not null)
        {
            choice.Open().GetCredentials().AccessKey.ShouldBe(accessKey);
        }
    }

    [Fact]
    public void A_container_comes_before_the_instance_it_runs_on()
    {
        var machine = Surround(new FakeMachine { IsEc2Instance = true }, "container");

        Choose(machine, new AwsAccess()).Open().ShouldBeSameAs(FakeMachine.OfContainer);
    }

    [Fact]
    public void An_instance_gives_its_role()
    {
        var machine = new FakeMachine { IsEc2Instance = true };

        Choose(machine, new AwsAccess()).Open().ShouldBeSameAs(FakeMachine.OfInstance);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "TRUE")]
    public void Without_metadata_to_ask_there_are_none_and_nothing_is_sent(bool isInstance, string disabled)
    {
        var machine = new FakeMachine { IsEc2Instance = isInstance };
        machine["AWS_EC2_METADATA_DISABLED"] = disabled;

        ProblemOf(machine, new AwsAccess()).Id.ShouldBe("NoCredentials");
        machine.MetadataRequests.ShouldBe(0);
    }

    [Fact]
    public void A_default_profile_with_a_region_alone_is_passed_over()
    {
        using var files = new SharedFiles("[default]\nregion = eu-west-1\n");

        ProblemOf(files.Machine(), new AwsAccess()).Id.ShouldBe("NoCredentials");
    }

    [Fact]
    public void A_given_profile_that_does_not_exist_is_named()
    {
        var problem = ProblemOf(new FakeMachine(), new AwsAccess { ProfileName = "prdo" });

        problem.Id.ShouldBe("ProfileNotFound");
        problem.Target.ShouldBe("prdo");
    }

    [Fact]
    public void A_profile_of_the_environment_that_does_not_exist_is_named() =>
        ProblemOf(new FakeMachine { ["AWS_PROFILE"] = "prdo" }, new AwsAccess()).Id.ShouldBe("ProfileNotFound");

    [Fact]
    public void A_given_profile_without_credentials_is_not_passed_over()
    {
        using var files = new SharedFiles("[profile bare]\nregion = eu-west-1\n");

        ProblemOf(files.Machine(), new AwsAccess { ProfileName = "bare" }).Id.ShouldBe("CredentialsUnusable");
    }

    [Fact]
    public void Keys_of_the_environment_are_read_anew_for_each_signature()
    {
        var machine = Surround(new FakeMachine(), "env");
        var credentials = Choose(machine, new AwsAccess()).Open();
        credentials.GetCredentials().UseToken.ShouldBeFalse();

        machine["AWS_SESSION_TOKEN"] = "token";

        credentials.GetCredentials().Token.ShouldBe("token");
    }

    private static FakeMachine Surround(FakeMachine machine, string around)
    {
        foreach (var thing in around.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _ = thing switch
            {
                "env" => (machine["AWS_ACCESS_KEY_ID"] = "ENVIRONMENT", machine["AWS_SECRET_ACCESS_KEY"] = "secret"),
                "web" => (machine["AWS_WEB_IDENTITY_TOKEN_FILE"] = "/nowhere/token", machine["AWS_ROLE_ARN"] = "arn:aws:iam::111111111111:role/r"),
                "AWS_PROFILE" => (machine["AWS_PROFILE"] = "prod", ""),
                _ => (machine["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] = "/role", ""),
            };
        }

        return machine;
    }

    private static CredentialChoice Choose(FakeMachine machine, AwsAccess access)
    {
        var profiles = new Profiles(machine);
        return new CredentialChain(machine, profiles).Choose(access, profiles.Find(access));
    }

    private static Problem ProblemOf(FakeMachine machine, AwsAccess access) =>
        Should.Throw<SonraiException>(() => Choose(machine, access)).Problem;
}
