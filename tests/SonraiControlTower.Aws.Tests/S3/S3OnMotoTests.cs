using System.Text;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.S3;

public sealed class S3OnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private const string Bucket = "sonrai-artifacts";
    private const string Key = "dir/Ä – 全 +%.json";

    [MotoFact]
    public async Task A_bucket_is_made_private_and_refuses_what_does_not_come_over_TLS()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        (await s3.HeadBucketAsync(Bucket, default)).ShouldBeNull();

        await s3.CreateBucketAsync(Bucket, default);

        (await s3.HeadBucketAsync(Bucket, default)).ShouldNotBeNull().Name.ShouldBe(Bucket);
        var policy = (await s3.GetBucketPolicyAsync(Bucket, default)).ShouldNotBeNull().Json;
        policy.ShouldContain("aws:SecureTransport");
        policy.ShouldContain($"arn:aws:s3:::{Bucket}/*");
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(Access.EndpointUrl!, $"{Bucket}?publicAccessBlock"))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [MotoFact]
    public async Task Ones_own_bucket_is_brought_to_that_and_keeps_what_its_policy_says()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await s3.CreateBucketAsync(Bucket, default);
        var own = new PolicyDocument($$"""{"Version":"2012-10-17","Statement":{"Sid":"Für","Effect":"Allow","Principal":{"AWS":"{{Account}}"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::{{Bucket}}/*"} }""");
        await s3.PutBucketPolicyAsync(Bucket, own, default);

        await s3.CreateBucketAsync(Bucket, default);

        var policy = (await s3.GetBucketPolicyAsync(Bucket, default)).ShouldNotBeNull().Json;
        policy.ShouldContain("Für");
        policy.ShouldContain("aws:SecureTransport");
        await s3.CreateBucketAsync(Bucket, default);
        (await s3.GetBucketPolicyAsync(Bucket, default)).ShouldNotBeNull().Json.ShouldBe(policy);
    }

    [MotoFact]
    public async Task In_another_region_ones_own_bucket_is_fine_too()
    {
        var s3 = await Aws.OpenS3Async(Access with { Region = "eu-central-1" }, default);

        await s3.CreateBucketAsync(Bucket, default);
        await s3.CreateBucketAsync(Bucket, default);

        (await s3.HeadBucketAsync(Bucket, default)).ShouldBe(new S3Bucket(Bucket, "eu-central-1"));
    }

    [MotoFact]
    public async Task A_policy_is_kept_letter_for_letter_and_can_be_taken_away()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await s3.CreateBucketAsync(Bucket, default);
        var policy = new PolicyDocument($$"""{ "Version" : "2012-10-17", "Statement":[{"Sid":"全","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::{{Bucket}}"}]}""");

        await s3.PutBucketPolicyAsync(Bucket, policy, default);
        (await s3.GetBucketPolicyAsync(Bucket, default)).ShouldBe(policy);
        await s3.PutBucketPolicyAsync(Bucket, null, default);

        (await s3.GetBucketPolicyAsync(Bucket, default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task An_object_is_written_listed_read_and_deleted()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await MakeOpenBucketAsync(s3);
        var content = Encoding.UTF8.GetBytes("Größe 🔑");

        await s3.PutObjectAsync(Bucket, Key, content.AsMemory(), default);
        await s3.PutObjectAsync(Bucket, "other", content.AsMemory()[..2], default);

        var listed = await s3.ListObjectsAsync(Bucket, "dir/", default).SingleAsync();
        listed.Key.ShouldBe(Key);
        listed.Size.ShouldBe(content.Length);
        listed.ModifiedAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch.AddYears(50));
        (await s3.HeadObjectAsync(Bucket, Key, default)).ShouldNotBeNull().Size.ShouldBe(content.Length);
        await using (var stream = await s3.OpenObjectAsync(Bucket, Key, default))
        {
            using var reader = new StreamReader(stream);
            (await reader.ReadToEndAsync()).ShouldBe("Größe 🔑");
        }

        (await Should.ThrowAsync<SonraiException>(() => s3.DeleteBucketAsync(Bucket, default))).Problem.Id.ShouldBe("S3BucketNotEmpty");
        await s3.DeleteObjectAsync(Bucket, Key, default);
        await s3.DeleteObjectAsync(Bucket, Key, default);
        await s3.DeleteObjectAsync(Bucket, "other", default);
        await s3.DeleteBucketAsync(Bucket, default);
        await s3.DeleteBucketAsync(Bucket, default);
        (await s3.HeadBucketAsync(Bucket, default)).ShouldBeNull();
    }

    [MotoFact]
    public async Task More_objects_than_a_page_holds_make_one_stream()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await MakeOpenBucketAsync(s3);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1_001), async (number, cancel) => await s3.PutObjectAsync(Bucket, $"{number:D4}", new byte[1], cancel));

        (await s3.ListObjectsAsync(Bucket, "", default).Select(one => one.Key).ToListAsync())
            .ShouldBe(Enumerable.Range(0, 1_001).Select(number => $"{number:D4}"));
    }

    [MotoFact]
    public async Task Keys_are_listed_by_folder_and_from_a_key_on()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await MakeOpenBucketAsync(s3);
        foreach (var key in new[] { "b/2/y", "a/1", "b/1/x", "c" })
        {
            await s3.PutObjectAsync(Bucket, key, new byte[1], default);
        }

        (await s3.ListFoldersAsync(Bucket, "", default).ToListAsync()).ShouldBe(["a/", "b/"]);
        (await s3.ListFoldersAsync(Bucket, "b/", default).ToListAsync()).ShouldBe(["b/1/", "b/2/"]);
        (await s3.ListObjectsAfterAsync(Bucket, "b/", "b/2", default).Select(one => one.Key).ToListAsync()).ShouldBe(["b/2/y"]);
    }

    [MotoFact]
    public async Task What_is_not_there_is_none_or_said_to_be_missing()
    {
        var s3 = await Aws.OpenS3Async(Access, default);
        await MakeOpenBucketAsync(s3);

        (await s3.HeadObjectAsync(Bucket, Key, default)).ShouldBeNull();
        (await s3.HeadObjectAsync("sonrai-nowhere", Key, default)).ShouldBeNull();
        (await ProblemOf(() => s3.OpenObjectAsync(Bucket, Key, default))).ShouldBe("S3ObjectNotFound");
        (await ProblemOf(() => s3.OpenObjectAsync("sonrai-nowhere", Key, default))).ShouldBe("S3BucketNotFound");
        (await ProblemOf(() => s3.PutObjectAsync("sonrai-nowhere", Key, default, default))).ShouldBe("S3BucketNotFound");
        (await ProblemOf(() => s3.GetBucketPolicyAsync("sonrai-nowhere", default))).ShouldBe("S3BucketNotFound");
        (await ProblemOf(async () => await s3.ListObjectsAsync("sonrai-nowhere", "", default).CountAsync())).ShouldBe("S3BucketNotFound");
    }

    [MotoFact]
    public async Task Somebody_elses_bucket_is_taken()
    {
        var assumed = (await (await Aws.OpenStsAsync(Access, default)).AssumeRoleAsync(
            new() { Role = new RoleArn("aws", AccountId.Parse("222222222222"), "there"), SessionName = "there" }, default)).ShouldBeOfType<AssumedRole>();
        await (await Aws.OpenS3Async(Access.As(assumed.Keys), default)).CreateBucketAsync(Bucket, default);

        (await ProblemOf(async () => await (await Aws.OpenS3Async(Access, default)).CreateBucketAsync(Bucket, default))).ShouldBe("S3BucketTaken");
    }

    /// <summary>moto takes every refusal of a policy for one without conditions.</summary>
    private static async Task MakeOpenBucketAsync(IS3 s3)
    {
        await s3.CreateBucketAsync(Bucket, default);
        await s3.PutBucketPolicyAsync(Bucket, null, default);
    }

    private static async Task<string> ProblemOf(Func<Task> act) => (await Should.ThrowAsync<SonraiException>(act)).Problem.Id;
}
