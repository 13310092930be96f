using SonraiControlTower.Aws.CloudTrail.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.CloudTrail;

/// <summary>AWS CloudTrail over the wire.</summary>
internal sealed class CloudTrailAdapter(AwsJsonClient client) : ICloudTrail
{
    public async Task<IReadOnlyList<Trail>> DescribeTrailsAsync(CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(CloudTrailService.DescribeTrails, new(), cancellationToken).ConfigureAwait(false);
        return [.. (answer.Trails ?? []).Select(ToTrail)];
    }

    public async Task<TrailStatus?> GetTrailStatusAsync(string trailArn, CancellationToken cancellationToken)
    {
        try
        {
            var wire = await client.SendAsync(CloudTrailService.GetTrailStatus, new(trailArn), cancellationToken).ConfigureAwait(false);
            return new(wire.IsLogging, Epoch.AtOrNull(wire.LatestDeliveryTime), Filled(wire.LatestDeliveryError));
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "TrailNotFoundException")
        {
            return null;
        }
    }

    private static Trail ToTrail(WireTrail wire) => new()
    {
        Name = wire.Name,
        Arn = wire.Arn,
        HomeRegion = wire.HomeRegion,
        BucketName = wire.S3BucketName,
        KeyPrefix = Filled(wire.S3KeyPrefix),
        KmsKeyId = Filled(wire.KmsKeyId),
        IsOrganizationTrail = wire.IsOrganizationTrail ?? false,
        IsMultiRegionTrail = wire.IsMultiRegionTrail ?? false,
    };

    private static string? Filled(string? text) => text is { Length: > 0 } ? text : null;
}
