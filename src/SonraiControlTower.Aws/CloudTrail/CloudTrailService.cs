using SonraiControlTower.Aws.CloudTrail.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.CloudTrail;

/// <summary>AWS CloudTrail and the operations of it that we call.</summary>
internal static class CloudTrailService
{
    // The service's name on the wire has a package before it, as botocore's service-2.json has it; no other service of ours does.
    private const string Target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101";

    public static AwsService Service { get; } = new("CloudTrail", "cloudtrail", "2013-11-01", IsGlobal: false);

    public static JsonOperation<DescribeTrailsInput, DescribeTrailsAnswer> DescribeTrails { get; } =
        new(Target, nameof(DescribeTrails), TrailsJson.Default.DescribeTrailsInput, TrailsJson.Default.DescribeTrailsAnswer);

    public static JsonOperation<GetTrailStatusInput, GetTrailStatusAnswer> GetTrailStatus { get; } =
        new(Target, nameof(GetTrailStatus), TrailsJson.Default.GetTrailStatusInput, TrailsJson.Default.GetTrailStatusAnswer);
}
