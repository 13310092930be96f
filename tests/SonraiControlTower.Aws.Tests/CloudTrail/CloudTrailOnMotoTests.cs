using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudTrail;

public sealed class CloudTrailOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    [MotoFact]
    public async Task A_trail_is_seen_from_another_region_and_tells_whether_it_writes()
    {
        await (await Aws.OpenS3Async(Access, default)).CreateBucketAsync("sonrai-trail", default);
        using var ground = new MotoJson(Access.EndpointUrl!, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");
        await ground.CallAsync("CreateTrail", """{"Name":"sonrai","S3BucketName":"sonrai-trail","S3KeyPrefix":"org","IsMultiRegionTrail":true}""");
        await ground.CallAsync("StartLogging", """{"Name":"sonrai"}""");
        var trails = await Aws.OpenCloudTrailAsync(Access with { Region = "eu-west-1" }, default);

        var trail = (await trails.DescribeTrailsAsync(default)).ShouldHaveSingleItem();

        trail.Arn.ShouldBe($"arn:aws:cloudtrail:us-east-1:{Account}:trail/sonrai");
        trail.BucketName.ShouldBe("sonrai-trail");
        trail.KeyPrefix.ShouldBe("org");
        trail.IsMultiRegionTrail.ShouldBeTrue();
        trail.KmsKeyId.ShouldBeNull();
        (await trails.GetTrailStatusAsync(trail.Arn, default)).ShouldNotBeNull().IsLogging.ShouldBeTrue();
    }

    [MotoFact]
    public async Task A_trail_that_is_not_there_is_none()
    {
        var trails = await Aws.OpenCloudTrailAsync(Access, default);

        (await trails.DescribeTrailsAsync(default)).ShouldBeEmpty();
        (await trails.GetTrailStatusAsync($"arn:aws:cloudtrail:us-east-1:{Account}:trail/nowhere", default)).ShouldBeNull();
    }
}
