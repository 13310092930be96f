using System.Collections.ObjectModel;
using SonraiControlTower.Aws.Protocol.AwsJson;

namespace SonraiControlTower.Aws.SecretsManager.Wire;

/// <summary>Turns what the wire says into the module's own words; the one place that does.</summary>
internal static class WireMapping
{
    public static SecretDescription ToDescription(DescribeSecretAnswer wire) => new()
    {
        Arn = wire.Arn,
        Name = wire.Name,
        KmsKeyId = wire.KmsKeyId is { Length: > 0 } key ? key : null,
        IsRotationEnabled = wire.RotationEnabled ?? false,
        RotationLambdaArn = wire.RotationLambdaArn is { Length: > 0 } function ? function : null,
        // AWS tells the days also where an expression rules them; the expression is what was asked for.
        AutomaticallyAfterDays = wire.RotationRules is { ScheduleExpression: null, AutomaticallyAfterDays: > 0 and var days } ? days : null,
        ScheduleExpression = wire.RotationRules?.ScheduleExpression,
        LastRotatedAt = Epoch.AtOrNull(wire.LastRotatedDate),
        NextRotationAt = Epoch.AtOrNull(wire.NextRotationDate),
        LastChangedAt = Epoch.AtOrNull(wire.LastChangedDate),
        DeletedAt = Epoch.AtOrNull(wire.DeletedDate),
        VersionStages = wire.VersionIdsToStages ?? ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty,
        Tags = (wire.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value ?? ""),
    };

    public static SecretVersion ToVersion(GetSecretValueAnswer wire) => new(wire.Arn, wire.VersionId, wire.VersionStages ?? [], wire.SecretString);
}
