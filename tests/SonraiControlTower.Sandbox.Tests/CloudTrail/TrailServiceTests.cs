using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox.Tests.CloudTrail;

public sealed class TrailServiceTests
{
    private readonly Cloud _cloud = new();

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-east-1")]
    public async Task The_organizations_trail_is_seen_from_every_region(string region)
    {
        var trails = await _cloud.Aws.OpenCloudTrailAsync(new AwsAccess { Region = region }, default);

        var trail = (await trails.DescribeTrailsAsync(default)).ShouldHaveSingleItem();
        var status = (await trails.GetTrailStatusAsync(trail.Arn, default))!;

        trail.Name.ShouldBe("aws-controltower-BaselineCloudTrail");
        trail.BucketName.ShouldBe("aws-controltower-logs-333344445555-eu-west-1");
        trail.KeyPrefix.ShouldBe("o-exampleorgid");
        trail.IsOrganizationTrail.ShouldBeTrue();
        trail.IsMultiRegionTrail.ShouldBeTrue();
        status.IsLogging.ShouldBeTrue();
        status.LatestDeliveryError.ShouldBeNull();
        (await trails.GetTrailStatusAsync($"{trail.Arn}-other", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_member_sees_it_too()
    {
        var trails = await _cloud.Aws.OpenCloudTrailAsync(new AwsAccess().As(await _cloud.EnterAsync(Cloud.Billing)), default);

        (await trails.DescribeTrailsAsync(default)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Its_files_are_gzipped_records_under_the_organizations_prefix()
    {
        var bucket = _cloud.Zone.Atomically(() => _cloud.Zone.Buckets.Find("aws-controltower-logs-333344445555-eu-west-1"))!;

        bucket.Objects.Count.ShouldBeGreaterThan(3);
        foreach (var one in bucket.Objects.Values)
        {
            one.Key.ShouldStartWith("o-exampleorgid/AWSLogs/o-exampleorgid/");
            using var text = new GZipStream(new MemoryStream(one.Content.ToArray()), CompressionMode.Decompress);
            JsonNode.Parse(text)!["Records"]!.AsArray().ShouldNotBeEmpty();
        }
    }
}
