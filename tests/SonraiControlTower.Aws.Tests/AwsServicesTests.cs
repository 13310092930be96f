using System.Runtime.Loader;
using Amazon.Runtime;
using SonraiControlTower.Aws.Tests.Credentials;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests;

public sealed class AwsServicesTests
{
    private static readonly AwsAccess _keys = new() { Credentials = () => new AwsKeys("AKIA", "secret", null) };

    [Fact]
    public async Task A_bare_machine_says_at_once_that_it_has_nothing()
    {
        using var aws = new AwsServices(new FakeMachine());

        (await ProblemOf(aws, new AwsAccess { Region = "eu-west-1" })).ShouldBe("NoCredentials");
        (await ProblemOf(aws, _keys)).ShouldBe("NoRegion");
        (await ProblemOf(aws, _keys with { Region = "Ireland" })).ShouldBe("UnknownRegion");
        (await ProblemOf(aws, new AwsAccess { ProfileName = "prod" })).ShouldBe("ProfileNotFound");
    }

    [Fact]
    public void The_same_access_settled_the_same_way_shares_its_session()
    {
        var machine = new FakeMachine { ["AWS_REGION"] = "eu-west-1" };
        using var aws = new AwsServices(machine);

        var session = aws.Open(_keys);
        aws.Open(_keys with { }).ShouldBeSameAs(session);

        machine["AWS_REGION"] = "eu-west-2";
        aws.Open(_keys).ShouldNotBeSameAs(session);
    }

    [Fact]
    public void The_keys_of_one_short_session_are_not_kept()
    {
        using var aws = new AwsServices(new FakeMachine { ["AWS_REGION"] = "eu-west-1" });
        var there = _keys.As(new AwsKeys("ASIA", "secret", "token"));

        var session = aws.Open(there);

        aws.Open(there).ShouldNotBeSameAs(session);
    }

    [Fact]
    public async Task The_keys_of_an_assumed_role_go_the_way_of_the_profile_that_it_was_assumed_with()
    {
        await using var wire = await QueryWire.StartAsync();
        wire.On("GetRole", _ => "");
        using var files = new SharedFiles(
            $"[profile a]\naws_access_key_id = A\naws_secret_access_key = s\nregion = eu-north-1\nendpoint_url = {wire.Endpoint}\n");
        using var aws = new AwsServices(files.Machine());
        var there = new AwsAccess { ProfileName = "a" }.As(new AwsKeys("ASIAROLE", "secret", "token"));

        await Should.ThrowAsync<SonraiException>(async () => await (await aws.OpenIamAsync(there, default)).Roles.GetAsync("reader", default));

        var asked = wire.Requests.ShouldHaveSingleItem();
        asked.AccessKey.ShouldBe("ASIAROLE");
        asked.SignedFor.ShouldBe("eu-north-1/iam");
    }

    [Fact]
    public void A_profile_that_was_mended_is_read_again()
    {
        using var files = new SharedFiles("[profile a]\nrole_arn = arn:aws:iam::222222222222:role/A\nsource_profile = b\nregion = eu-west-1\n");
        using var aws = new AwsServices(files.Machine());
        var access = new AwsAccess { ProfileName = "a" };
        Should.Throw<SonraiException>(() => aws.Open(access)).Problem.Id.ShouldBe("CredentialsUnusable");

        File.WriteAllText(files.Credentials, "[b]\naws_access_key_id = B\naws_secret_access_key = secret\n");

        aws.Open(access).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_opened_ends_with_the_services()
    {
        await using var wire = await OrganizationsWire.StartAsync(new WireEstate(1));
        var aws = new AwsServices(new FakeMachine());
        var organizations = await aws.OpenOrganizationsAsync(_keys with { Region = "eu-west-1", EndpointUrl = wire.Endpoint }, default);

        aws.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => organizations.DescribeOrganizationAsync(default));
    }

    [Fact]
    public async Task Every_service_of_the_integration_ends_with_the_services()
    {
        var fixture = await AwsFixture.StartAsync();
        var (aws, access) = (fixture.Aws, fixture.Access);
        Func<Task>[] uses =
        [
            await UseOf(aws.OpenSecretsManagerAsync(access, default), secrets => secrets.DescribeAsync("sonrai", default)),
            await UseOf(aws.OpenKmsAsync(access, default), kms => kms.DescribeKeyAsync("key", default)),
            await UseOf(aws.OpenEventBridgeAsync(access, default), events => events.DescribeRuleAsync("rule", default)),
            await UseOf(aws.OpenLambdaAsync(access, default), lambda => lambda.GetFunctionAsync("setup", default)),
            await UseOf(aws.OpenSqsAsync(access, default), sqs => sqs.GetQueueAsync("https://sqs/1/events", default)),
            await UseOf(aws.OpenS3Async(access, default), s3 => s3.HeadBucketAsync("bucket", default)),
            await UseOf(aws.OpenCloudTrailAsync(access, default), trails => trails.DescribeTrailsAsync(default)),
        ];

        await fixture.DisposeAsync();

        foreach (var use in uses)
        {
            await Should.ThrowAsync<ObjectDisposedException>(use);
        }
    }

    [Theory]
    [InlineData("AWSSDK.KeyManagementService")]
    [InlineData("AWSSDK.S3")]
    [InlineData("AWSSDK.SQS")]
    [InlineData("AWSSDK.SSO")]
    [InlineData("AWSSDK.SSOOIDC")]
    [InlineData("AWSSDK.SecurityToken")]
    public void What_the_SDK_loads_by_name_lies_beside_it(string assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(typeof(AmazonServiceClient).Assembly).ShouldNotBeNull();

        context.LoadFromAssemblyName(new(assembly)).GetName().Name.ShouldBe(assembly);
    }

    private static async Task<Func<Task>> UseOf<T>(Task<T> opening, Func<T, Task> use)
    {
        var opened = await opening;
        return () => use(opened);
    }

    private static async Task<string> ProblemOf(AwsServices aws, AwsAccess access) =>
        (await Should.ThrowAsync<SonraiException>(() => aws.OpenOrganizationsAsync(access, default))).Problem.Id;
}
