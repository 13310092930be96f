namespace SonraiControlTower.Sandbox;

/// <summary>A secret with its versions.</summary>
internal sealed class SecretState(string name, string arn, AccountId account)
{
    public string Name => name;

    public string Arn => arn;

    public string Region => arn.Split(':')[3];

    public AccountId Account => account;

    public string? KeyArn { get; set; }

    public PolicyDocument? Policy { get; set; }

    public IReadOnlyDictionary<string, string> Tags { get; set; } = new Dictionary<string, string>();

    public RotationPlan? Rotation { get; set; }

    public DateTimeOffset? LastRotatedAt { get; set; }

    public DateTimeOffset? NextRotationAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>The texts by version; null for one that a rotation has begun and not yet filled.</summary>
    public Dictionary<string, string?> Versions { get; } = [];

    /// <summary>The version that each staging label is on.</summary>
    public SortedDictionary<string, string> Stages { get; } = new(StringComparer.Ordinal);

    public Guarded Guarded => new(arn, account, Policy);

    public bool Is(string nameOrArn) => nameOrArn == name || nameOrArn == arn || $"{nameOrArn}-" == arn[..^6];

    /// <summary>Puts a label on a version. Where AWSCURRENT moves, AWSPREVIOUS goes to the version that it leaves.</summary>
    public void Label(string stage, string versionId)
    {
        if (stage == SecretStage.Current && Stages.TryGetValue(stage, out var before) && before != versionId)
        {
            Stages[SecretStage.Previous] = before;
        }

        Stages[stage] = versionId;
    }

    public IReadOnlyList<string> StagesOf(string versionId) => [.. Stages.Where(one => one.Value == versionId).Select(one => one.Key)];

    public SecretDescription ToDescription() => new()
    {
        Arn = arn,
        Name = name,
        KmsKeyId = KeyArn,
        IsRotationEnabled = Rotation is not null,
        RotationLambdaArn = Rotation?.FunctionArn,
        AutomaticallyAfterDays = Rotation?.Days,
        ScheduleExpression = Rotation?.Schedule,
        LastRotatedAt = LastRotatedAt,
        NextRotationAt = NextRotationAt,
        LastChangedAt = ChangedAt,
        VersionStages = Stages.Values.Distinct().ToDictionary(id => id, StagesOf),
        Tags = Tags,
    };
}

/// <summary>How a secret is rotated.</summary>
/// <param name="FunctionArn">The function that does it.</param>
/// <param name="Days">Days from one rotation to the next; null where a schedule says when.</param>
/// <param name="Schedule">Such as <c>rate(15 days)</c>; null where days say when.</param>
internal sealed record RotationPlan(string FunctionArn, int? Days, string? Schedule)
{
    /// <exception cref="AwsFault">InvalidParameterException.</exception>
    public TimeSpan Period
    {
        get
        {
            var period = Days is { } days ? TimeSpan.FromDays(days) : Rate.Find(Schedule ?? string.Empty);
            return period >= TimeSpan.FromHours(4)
                ? period.Value
                : throw new AwsFault("InvalidParameterException", "Invalid rotation schedule expression, or one with less than 4 hours between rotations.");
        }
    }
}
