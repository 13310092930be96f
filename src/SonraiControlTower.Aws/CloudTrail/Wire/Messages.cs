using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.CloudTrail.Wire;

/// <summary>Every trail that records the region; those of other regions and of the organization are called shadow trails.</summary>
internal sealed record DescribeTrailsInput([property: JsonPropertyName("includeShadowTrails")] bool IncludeShadowTrails = true);

internal sealed record DescribeTrailsAnswer([property: JsonPropertyName("trailList")] IReadOnlyList<WireTrail>? Trails = null);

internal sealed record WireTrail(
    string Name,
    [property: JsonPropertyName("TrailARN")] string Arn,
    string S3BucketName,
    string? S3KeyPrefix = null,
    string? HomeRegion = null,
    string? KmsKeyId = null,
    bool? IsOrganizationTrail = null,
    bool? IsMultiRegionTrail = null);

internal sealed record GetTrailStatusInput(string Name);

internal sealed record GetTrailStatusAnswer(bool IsLogging, double? LatestDeliveryTime = null, string? LatestDeliveryError = null);
