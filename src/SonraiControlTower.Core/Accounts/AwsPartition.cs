namespace SonraiControlTower;

/// <summary>
/// AWS's partitions (<see href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html">AWS fault isolation
/// boundaries</see>): the second part of every ARN.
/// </summary>
public static class AwsPartition
{
    private const string Standard = "aws";

    private static readonly (string RegionPrefix, string Partition)[] _others =
    [
        ("us-gov-", "aws-us-gov"),
        ("cn-", "aws-cn"),
        ("eusc-", "aws-eusc"),
        ("us-isob-", "aws-iso-b"),
        ("us-isof-", "aws-iso-f"),
        ("eu-isoe-", "aws-iso-e"),
        ("us-iso-", "aws-iso"),
    ];

    /// <summary>The partition of a region; <c>aws</c> where the region is not known.</summary>
    public static string Of(string? region) =>
        Array.Find(_others, other => region?.StartsWith(other.RegionPrefix, StringComparison.OrdinalIgnoreCase) == true).Partition ?? Standard;
}
