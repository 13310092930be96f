using System.Text;

namespace SonraiControlTower.Sandbox.Tests.S3;

public sealed class BucketServiceTests
{
    private const string Bucket = "sonrai-control-tower-111122223333-eu-west-1";
    private static readonly byte[] _content = Encoding.UTF8.GetBytes("content");
    private readonly Cloud _cloud = new();

    private static string ArchiveBucket => "aws-controltower-logs-333344445555-eu-west-1";

    private IS3 S3 => Open(new AwsAccess());

    [Fact]
    public async Task A_bucket_is_made_private_and_takes_objects()
    {
        (await S3.HeadBucketAsync(Bucket, default)).ShouldBeNull();

        await S3.CreateBucketAsync(Bucket, default);
        await S3.CreateBucketAsync(Bucket, default);
        await S3.PutObjectAsync(Bucket, "b/2", _content, default);
        await S3.PutObjectAsync(Bucket, "a/1", _content, default);

        (await S3.HeadBucketAsync(Bucket, default)).ShouldBe(new S3Bucket(Bucket, "eu-west-1"));
        (await S3.GetBucketPolicyAsync(Bucket, default))!.Json.ShouldContain("aws:SecureTransport");
        (await S3.ListObjectsAsync(Bucket, string.Empty, default).Select(one => one.Key).ToListAsync()).ShouldBe(["a/1", "b/2"]);
        (await S3.ListObjectsAsync(Bucket, "b/", default).Select(one => one.Size).ToListAsync()).ShouldBe([_content.Length]);
        (await S3.HeadObjectAsync(Bucket, "a/1", default))!.Size.ShouldBe(_content.Length);
        using var reader = new StreamReader(await S3.OpenObjectAsync(Bucket, "a/1", default));
        (await reader.ReadToEndAsync()).ShouldBe("content");
    }

    [Fact]
    public async Task Keys_are_listed_by_folder_and_from_a_key_on()
    {
        await S3.CreateBucketAsync(Bucket, default);
        foreach (var key in new[] { "b/2/y", "a/1", "b/1/x", "c" })
        {
            await S3.PutObjectAsync(Bucket, key, _content, default);
        }

        (await S3.ListFoldersAsync(Bucket, string.Empty, default).ToListAsync()).ShouldBe(["a/", "b/"]);
        (await S3.ListFoldersAsync(Bucket, "b/", default).ToListAsync()).ShouldBe(["b/1/", "b/2/"]);
        (await S3.ListObjectsAfterAsync(Bucket, "b/", "b/2", default).Select(one => one.Key).ToListAsync()).ShouldBe(["b/2/y"]);
    }

    [Fact]
    public async Task What_is_not_there_is_null_or_refused_by_name()
    {
        await S3.CreateBucketAsync(Bucket, default);

        (await S3.HeadObjectAsync(Bucket, "a", default)).ShouldBeNull();
        (await S3.HeadObjectAsync("no-such-bucket", "a", default)).ShouldBeNull();
        await S3.DeleteObjectAsync(Bucket, "a", default);
        (await RefusalAsync(() => S3.OpenObjectAsync(Bucket, "a", default))).ShouldBe("S3ObjectNotFound");
        (await RefusalAsync(() => S3.OpenObjectAsync("no-such-bucket", "a", default))).ShouldBe("S3BucketNotFound");
        (await RefusalAsync(() => S3.GetBucketPolicyAsync("no-such-bucket", default))).ShouldBe("S3BucketNotFound");
    }

    [Fact]
    public async Task A_name_that_somebody_else_has_is_taken()
    {
        (await RefusalAsync(() => S3.CreateBucketAsync(ArchiveBucket, default))).ShouldBe("S3BucketTaken");
        (await RefusalAsync(() => S3.HeadBucketAsync(ArchiveBucket, default))).ShouldBe("AwsAccessDenied");
    }

    [Fact]
    public async Task Only_an_empty_bucket_is_deleted()
    {
        await S3.CreateBucketAsync(Bucket, default);
        await S3.PutObjectAsync(Bucket, "a", _content, default);

        (await RefusalAsync(() => S3.DeleteBucketAsync(Bucket, default))).ShouldBe("S3BucketNotEmpty");
        await S3.DeleteObjectAsync(Bucket, "a", default);
        await S3.DeleteBucketAsync(Bucket, default);
        await S3.DeleteBucketAsync(Bucket, default);

        (await S3.HeadBucketAsync(Bucket, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Across_accounts_both_sides_must_allow_it_and_the_key_as_well()
    {
        var archive = Open(await AsAsync(Cloud.Region));
        var key = (await archive.ListObjectsAsync(ArchiveBucket, "o-exampleorgid/AWSLogs/", default).ToListAsync())[0].Key;
        var ownPolicy = (await archive.GetBucketPolicyAsync(ArchiveBucket, default))!;

        var unknown = await RefusalAsync(() => S3.OpenObjectAsync(ArchiveBucket, key, default));
        await archive.PutBucketPolicyAsync(ArchiveBucket, With(ownPolicy, "111122223333", ArchiveBucket), default);
        await using var read = await S3.OpenObjectAsync(ArchiveBucket, key, default);
        var collector = Open(new AwsAccess { ProfileName = "collector" });
        var unlisted = await RefusalAsync(() => collector.OpenObjectAsync(ArchiveBucket, key, default));

        unknown.ShouldBe("AwsAccessDenied");
        unlisted.ShouldBe("AwsAccessDenied");
        read.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_owner_of_the_bucket_needs_the_key_too()
    {
        var access = await AsAsync(Cloud.Region);
        var archive = Open(access);
        var key = (await archive.ListObjectsAsync(ArchiveBucket, string.Empty, default).ToListAsync())[0].Key;
        var kms = await _cloud.Aws.OpenKmsAsync(new AwsAccess(), default);
        var keyArn = (await (await _cloud.Aws.OpenCloudTrailAsync(new AwsAccess(), default)).DescribeTrailsAsync(default))[0].KmsKeyId!;

        var before = await RefusalAsync(() => archive.OpenObjectAsync(ArchiveBucket, key, default));
        var policy = (await kms.GetKeyPolicyAsync(keyArn, default)).Json;
        await kms.PutKeyPolicyAsync(keyArn, new PolicyDocument(policy.Insert(
            policy.IndexOf("\"Statement\":[", StringComparison.Ordinal) + 13,
            """{"Effect":"Allow","Principal":{"AWS":"333344445555"},"Action":"kms:Decrypt","Resource":"*","Condition":{"Null":{"kms:EncryptionContext:aws:cloudtrail:arn":"false"}}},""")), default);
        await using var after = await archive.OpenObjectAsync(ArchiveBucket, key, default);

        before.ShouldBe("AwsAccessDenied");
        after.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_policy_about_another_bucket_or_without_principal_is_refused()
    {
        await S3.CreateBucketAsync(Bucket, default);

        (await RefusalAsync(() => S3.PutBucketPolicyAsync(Bucket, new PolicyDocument(
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::other"}]}"""), default))).ShouldBe("MalformedPolicy");
        (await RefusalAsync(() => S3.PutBucketPolicyAsync(Bucket, new PolicyDocument(
            $$"""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{{Bucket}}"}]}"""), default))).ShouldBe("MalformedPolicy");
        (await RefusalAsync(() => S3.PutBucketPolicyAsync(Bucket, new PolicyDocument(
            $$"""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/nobody"},"Action":"s3:*","Resource":"arn:aws:s3:::{{Bucket}}"}]}"""), default))).ShouldBe("MalformedPolicy");
    }

    [Fact]
    public async Task Somebody_else_can_change_objects_and_policy_behind_ones_back()
    {
        await S3.CreateBucketAsync(Bucket, default);
        _cloud.Zone.SetObject(Bucket, "a", "text");
        _cloud.Zone.SetBucketPolicy(Bucket, null);

        (await S3.HeadObjectAsync(Bucket, "a", default)).ShouldNotBeNull();
        (await S3.GetBucketPolicyAsync(Bucket, default)).ShouldBeNull();
        _cloud.Zone.SetObject(Bucket, "a", null);
        (await S3.HeadObjectAsync(Bucket, "a", default)).ShouldBeNull();
    }

    private IS3 Open(AwsAccess access) => _cloud.Aws.OpenS3Async(access, default).Result;

    private async Task<AwsAccess> AsAsync(string region) =>
        new AwsAccess { Region = region }.As(await _cloud.EnterAsync(_cloud.Zone.LogArchiveAccountId));

    private static PolicyDocument With(PolicyDocument policy, string account, string bucket) => new(policy.Json.Insert(
        policy.Json.IndexOf("\"Statement\":[", StringComparison.Ordinal) + 13,
        $$"""{"Effect":"Allow","Principal":{"AWS":"{{account}}"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/*"},"""));

    private static async Task<string> RefusalAsync(Func<Task> call) => (await Should.ThrowAsync<SonraiException>(call)).Problem.Id;
}
