using Microsoft.AspNetCore.Http;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.S3;

public sealed class S3Tests
{
    [Theory]
    [InlineData("us-east-1", false)]
    [InlineData("eu-west-1", true)]
    public async Task Only_where_it_is_not_the_first_region_is_the_region_named(string region, bool isNamed)
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny("PUT /bucket", _ => WireFaults.Answer(200, "text/xml", ""))
            .OnAny("GET /bucket", _ => Refused("NoSuchBucketPolicy", 404));
        var s3 = await fixture.Aws.OpenS3Async(fixture.Access with { Region = region }, default);

        await s3.CreateBucketAsync("bucket", default);

        var created = fixture.Wire.Requests[0];
        created.SignedFor.ShouldBe($"{region}/s3");
        created.Body.Contains($"<LocationConstraint>{region}</LocationConstraint>", StringComparison.Ordinal).ShouldBe(isNamed);
        created.Body.Contains("LocationConstraint", StringComparison.Ordinal).ShouldBe(isNamed);
        fixture.Wire.Requests.Count(asked => asked.Query.ContainsKey("publicAccessBlock")).ShouldBe(1);
        fixture.Wire.Requests.Where(asked => asked.Query.ContainsKey("policy")).Select(asked => asked.Operation).ShouldBe(["GET /bucket", "PUT /bucket"]);
    }

    [Fact]
    public async Task The_refusals_of_HEAD_have_no_body_and_are_told_by_their_status()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny("HEAD /nowhere", _ => Status(404)).OnAny("HEAD /theirs", _ => Status(403))
            .OnAny("HEAD /nowhere/key", _ => Status(404)).OnAny("HEAD /theirs/key", _ => Status(403));
        var s3 = await OpenAsync(fixture);

        (await s3.HeadBucketAsync("nowhere", default)).ShouldBeNull();
        (await s3.HeadObjectAsync("nowhere", "key", default)).ShouldBeNull();
        (await Should.ThrowAsync<SonraiException>(() => s3.HeadBucketAsync("theirs", default))).Problem.Id.ShouldBe("AwsAccessDenied");
        (await Should.ThrowAsync<SonraiException>(() => s3.HeadObjectAsync("theirs", "key", default))).Problem.Id.ShouldBe("AwsAccessDenied");
    }

    [Fact]
    public async Task A_bucket_of_another_region_is_there()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny("HEAD /far", _ => Status(301, ("x-amz-bucket-region", "ap-south-1")));

        (await (await OpenAsync(fixture)).HeadBucketAsync("far", default)).ShouldBe(new S3Bucket("far", "ap-south-1"));
    }

    [Theory]
    [InlineData("BucketAlreadyExists", 409, "S3BucketTaken")]
    [InlineData("OperationAborted", 409, "AwsConflict")]
    [InlineData("AccessDenied", 403, "AwsAccessDenied")]
    [InlineData("InvalidAccessKeyId", 403, "CredentialsUnusable")]
    public async Task A_code_names_its_problem(string code, int status, string problem)
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny("PUT /bucket", _ => Refused(code, status));

        (await Should.ThrowAsync<SonraiException>(async () => await (await OpenAsync(fixture)).CreateBucketAsync("bucket", default)))
            .Problem.Id.ShouldBe(problem);

        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_policy_that_AWS_does_not_understand_is_said_to_be_so()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny("PUT /bucket", _ => Refused("MalformedPolicy", 400));

        (await Should.ThrowAsync<SonraiException>(async () => await (await OpenAsync(fixture)).PutBucketPolicyAsync("bucket", new("{}"), default)))
            .Problem.Id.ShouldBe("MalformedPolicy");
    }

    [Fact]
    public async Task Being_asked_to_slow_down_is_not_failing_and_says_so_in_the_end()
    {
        await using var fixture = await AwsFixture.StartAsync(attempts: 2);
        fixture.Wire.Fail("PUT /bucket/key", Refused("SlowDown", 503)).OnAny("PUT /bucket/key", _ => Status(200))
            .OnAny("DELETE /bucket/key", _ => Refused("SlowDown", 503));
        var s3 = await OpenAsync(fixture);

        await s3.PutObjectAsync("bucket", "key", "content"u8.ToArray(), default);
        var thrown = await Should.ThrowAsync<SonraiException>(() => s3.DeleteObjectAsync("bucket", "key", default));

        thrown.Problem.Id.ShouldBe("AwsThrottled");
        fixture.Wire.Requests.Count.ShouldBe(4);
        fixture.Wire.Requests[1].Body.ShouldContain("content");
    }

    [Fact]
    public async Task Content_that_ends_on_the_way_is_a_problem_and_not_an_end()
    {
        await using var fixture = await AwsFixture.StartAsync();
        var isOpen = new TaskCompletionSource();
        fixture.Wire.OnAny("GET /bucket/key", _ => async http =>
        {
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("half");
            await http.Response.Body.FlushAsync();
            await isOpen.Task;
            http.Abort();
            return true;
        });
        await using var content = await (await OpenAsync(fixture)).OpenObjectAsync("bucket", "key", default);
        isOpen.SetResult();

        var broken = await Should.ThrowAsync<SonraiException>(() => content.CopyToAsync(Stream.Null));

        broken.Problem.Id.ShouldBe("AwsUnreachable");
        broken.Problem.Message.ShouldContain("s3:GetObject");
    }

    private static WireFault Status(int status, params (string Name, string Value)[] headers) => http =>
    {
        http.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        return Task.FromResult(true);
    };

    private static WireFault Refused(string code, int status) =>
        WireFaults.Answer(status, "application/xml", $"<Error><Code>{code}</Code><Message>No.</Message><RequestId>1</RequestId></Error>");

    private static Task<IS3> OpenAsync(AwsFixture fixture) => fixture.Aws.OpenS3Async(fixture.Access, default);
}
