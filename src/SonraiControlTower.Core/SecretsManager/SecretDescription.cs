using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>
/// A secret without what it keeps
/// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html">DescribeSecret</see>).
/// </summary>
public sealed record SecretDescription
{
    /// <summary><c>arn:PARTITION:secretsmanager:REGION:ACCOUNT:secret:NAME-6RANDOM</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The key that it is encrypted with; null for AWS's own.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Whether it is rotated.</summary>
    public bool IsRotationEnabled { get; init; }

    /// <summary>The function that rotates it; null for none.</summary>
    public string? RotationLambdaArn { get; init; }

    /// <summary>Days from one rotation to the next; null where a schedule expression, or nothing, says when.</summary>
    public int? AutomaticallyAfterDays { get; init; }

    /// <summary>Such as <c>rate(15 days)</c>; null where days, or nothing, say when.</summary>
    public string? ScheduleExpression { get; init; }

    /// <summary>When a rotation last came to its end; null if never.</summary>
    public DateTimeOffset? LastRotatedAt { get; init; }

    /// <summary>When the next is due; null where none is.</summary>
    public DateTimeOffset? NextRotationAt { get; init; }

    /// <summary>When it was last changed in any way.</summary>
    public DateTimeOffset? LastChangedAt { get; init; }

    /// <summary>When it was given up; it is gone for good after its recovery window. Null for a secret in use.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The staging labels of each version that has any, by version id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> VersionStages { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The tags by name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The version that has a staging label; null if none has.</summary>
    public string? VersionAt(string stage) => VersionStages.FirstOrDefault(one => one.Value.Contains(stage)).Key;

    public override string ToString() => Name;
}
