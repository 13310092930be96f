using Amazon.Runtime;
using SonraiControlTower.Aws.Credentials;

namespace SonraiControlTower.Aws.Tests.Credentials;

public sealed class ProfilesTests
{
    [Fact]
    public void Keys_of_one_file_and_the_region_of_the_other_make_one_profile()
    {
        using var files = new SharedFiles(
            config: "[profile prod]\nregion = eu-west-1\n",
            credentials: "[prod]\naws_access_key_id = PROD\naws_secret_access_key = secret\n");
        var profiles = new Profiles(files.Machine());

        var profile = profiles.Find(new AwsAccess { ProfileName = "prod" }).ShouldNotBeNull();

        profile.Region.SystemName.ShouldBe("eu-west-1");
        profiles.Open(profile).GetCredentials().AccessKey.ShouldBe("PROD");
    }

    [Theory]
    [InlineData("sso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1")]
    [InlineData("sso_session = corporate")]
    public void An_identity_center_profile_is_known_as_such(string signIn)
    {
        using var files = new SharedFiles($"""
            [sso-session corporate]
            sso_start_url = https://example.awsapps.com/start
            sso_region = eu-west-1
            [profile sso]
            sso_account_id = 111111111111
            sso_role_name = Auditor
            {signIn}
            """);

        Open(files, "sso").ShouldBeOfType<SSOAWSCredentials>().Region.ShouldBe("eu-west-1");
    }

    [Fact]
    public void A_role_profile_carries_its_external_id_and_its_source()
    {
        using var files = new SharedFiles(
            config: """
            [profile audit]
            role_arn = arn:aws:iam::222222222222:role/Audit
            source_profile = base
            external_id = for-our-eyes
            """,
            credentials: "[base]\naws_access_key_id = BASE\naws_secret_access_key = secret\n");

        var role = Open(files, "audit").ShouldBeOfType<AssumeRoleAWSCredentials>();

        role.Options.ExternalId.ShouldBe("for-our-eyes");
        role.SourceCredentials.GetCredentials().AccessKey.ShouldBe("BASE");
    }

    [Fact]
    public async Task A_process_profile_runs_its_process()
    {
        using var files = new SharedFiles();
        var answer = files.Write("keys.json", """{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"secret","Expiration":"2999-01-01T00:00:00Z"}""");
        var show = OperatingSystem.IsWindows() ? "type" : "cat";
        File.WriteAllText(files.Config, $"[profile process]\ncredential_process = {show} {answer}\n");

        var credentials = await Open(files, "process").GetCredentialsAsync();

        credentials.AccessKey.ShouldBe("PROCESS");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem_that_quotes_none_of_it()
    {
        using var files = new SharedFiles(credentials: "[default]\naws_access_key_id = A\nwJalrXUtnFEMIsecret\n");

        var problem = Should.Throw<SonraiException>(() => new Profiles(files.Machine()).Find(new AwsAccess())).Problem;

        problem.Id.ShouldBe("CredentialsUnusable");
        problem.Message.ShouldNotContain("wJalrXUtnFEMI");
    }

    private static AWSCredentials Open(SharedFiles files, string name)
    {
        var profiles = new Profiles(files.Machine());
        return profiles.Open(profiles.Find(new AwsAccess { ProfileName = name }).ShouldNotBeNull());
    }
}
