using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudTrail;

public sealed class CloudTrailTests
{
    private const string Arn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/aws-controltower-BaselineCloudTrail";

    [Fact]
    public async Task The_organizations_trail_is_told_with_all_that_leads_to_its_files()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("DescribeTrails", _ => $$"""
            {"trailList":[{"Name":"aws-controltower-BaselineCloudTrail","TrailARN":"{{Arn}}","S3BucketName":"logs","S3KeyPrefix":"o-abcdefghij",
            "HomeRegion":"us-east-1","KmsKeyId":"arn:key","IsOrganizationTrail":true,"IsMultiRegionTrail":true}]}
            """);
        var trails = await fixture.Aws.OpenCloudTrailAsync(fixture.Access, default);

        var trail = (await trails.DescribeTrailsAsync(default)).ShouldHaveSingleItem();

        trail.ShouldBe(new Trail
        {
            Name = "aws-controltower-BaselineCloudTrail",
            Arn = Arn,
            BucketName = "logs",
            KeyPrefix = "o-abcdefghij",
            HomeRegion = "us-east-1",
            KmsKeyId = "arn:key",
            IsOrganizationTrail = true,
            IsMultiRegionTrail = true,
        });
        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked.Headers["X-Amz-Target"].ShouldBe("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails");
        asked["includeShadowTrails"]!.Value.GetBoolean().ShouldBeTrue();
        asked.SignedFor.ShouldBe("eu-west-1/cloudtrail");
    }

    [Fact]
    public async Task A_trail_tells_when_it_last_wrote_and_why_it_could_not()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("GetTrailStatus", _ => """{"IsLogging":true,"LatestDeliveryTime":1767225600.25,"LatestDeliveryError":"NoSuchBucket"}""");
        var trails = await fixture.Aws.OpenCloudTrailAsync(fixture.Access, default);

        (await trails.GetTrailStatusAsync(Arn, default)).ShouldBe(
            new TrailStatus(true, new DateTimeOffset(2026, 1, 1, 0, 0, 0, 250, TimeSpan.Zero), "NoSuchBucket"));

        fixture.Wire.Fail("GetTrailStatus", WireFaults.Refused("TrailNotFoundException", "Unknown trail"));
        (await trails.GetTrailStatusAsync(Arn, default)).ShouldBeNull();
    }
}
