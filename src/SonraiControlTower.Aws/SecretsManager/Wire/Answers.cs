using System.Text.Json.Serialization;

namespace SonraiControlTower.Aws.SecretsManager.Wire;

/// <summary>What every write answers; moving a label has no version.</summary>
internal sealed record VersionAnswer([property: JsonPropertyName("ARN")] string Arn, string? VersionId = null);

internal sealed record GetSecretValueAnswer(
    [property: JsonPropertyName("ARN")] string Arn,
    string VersionId,
    SecretText? SecretString = null,
    IReadOnlyList<string>? VersionStages = null);

internal sealed record DescribeSecretAnswer(
    [property: JsonPropertyName("ARN")] string Arn,
    string Name,
    string? KmsKeyId = null,
    bool? RotationEnabled = null,
    [property: JsonPropertyName("RotationLambdaARN")] string? RotationLambdaArn = null,
    WireRotationRules? RotationRules = null,
    double? LastRotatedDate = null,
    double? NextRotationDate = null,
    double? LastChangedDate = null,
    double? DeletedDate = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? VersionIdsToStages = null,
    IReadOnlyList<WireTag>? Tags = null);

/// <summary>When it is rotated; days and an expression exclude one another.</summary>
internal sealed record WireRotationRules(int? AutomaticallyAfterDays = null, string? ScheduleExpression = null);

internal sealed record WireTag(string Key, string? Value = null);
