namespace SonraiControlTower;

/// <summary>Where the trail's files lie, and who shall read them.</summary>
/// <param name="Trail">The trail.</param>
/// <param name="Role">The role that reads, in the account that has the bucket.</param>
internal sealed record IngestionPlace(Trail Trail, RoleArn Role)
{
    /// <summary>The account that has the bucket.</summary>
    public AccountId BucketAccount => Role.Account;

    public string BucketArn => $"arn:{Role.Partition}:s3:::{Trail.BucketName}";

    /// <summary>What the keys of the trail's files begin with.</summary>
    public string LogPrefix => Trail.KeyPrefix is { Length: > 0 } prefix ? $"{prefix}/AWSLogs/" : "AWSLogs/";

    /// <summary>The account that has the key; null where there is none.</summary>
    public AccountId? KeyAccount => Trail.KmsKeyId?.Split(':') is [_, _, _, _, var account, ..] && AccountId.TryParse(account, out var id) ? id : null;

    /// <summary>The region that the key is in; null where there is none.</summary>
    public string? KeyRegion => Trail.KmsKeyId?.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;
}
