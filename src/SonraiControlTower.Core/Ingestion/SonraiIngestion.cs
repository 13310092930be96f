namespace SonraiControlTower;

/// <summary>Whether the collector can read the organization's trail, and what of it was granted.</summary>
public sealed record SonraiIngestion
{
    /// <summary>A word of <see cref="IngestionStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The trail.</summary>
    public required string TrailName { get; init; }

    /// <summary>The trail's ARN.</summary>
    public required string TrailArn { get; init; }

    /// <summary>The bucket that it writes to.</summary>
    public required string BucketName { get; init; }

    /// <summary>The account that has the bucket.</summary>
    public required string BucketAccount { get; init; }

    /// <summary>The key that its files are encrypted with; null for S3's own.</summary>
    public string? KmsKeyArn { get; init; }

    /// <summary>The role that reads, in the bucket's account.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Whether the bucket's policy lets the role read.</summary>
    public bool BucketGrants { get; init; }

    /// <summary>Whether the key's policy lets the role decrypt; null where there is no key.</summary>
    public bool? KeyGrants { get; init; }

    /// <summary>Whether one file was read as the collector reads; null where that was not tried.</summary>
    public bool? CanRead { get; init; }

    /// <summary>The file that was read, or tried.</summary>
    public string? ProbedKey { get; init; }

    /// <summary>What is not as it shall be, in a sentence.</summary>
    public string? Reason { get; init; }

    public override string ToString() => $"{TrailName} {Status}";
}

/// <summary>How the reading of a trail stands; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class IngestionStatus
{
    /// <summary>Everything is granted, and where it was tried a file could be read.</summary>
    public const string Enabled = nameof(Enabled);

    /// <summary>Something is granted, but it does not suffice.</summary>
    public const string Incomplete = nameof(Incomplete);

    /// <summary>Nothing is granted.</summary>
    public const string Disabled = nameof(Disabled);
}
