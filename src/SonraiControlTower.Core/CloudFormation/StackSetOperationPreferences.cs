namespace SonraiControlTower;

/// <summary>
/// How many accounts at a time an operation works on, and how many may fail before it stops
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationPreferences.html">StackSetOperationPreferences</see>).
/// </summary>
public sealed record StackSetOperationPreferences
{
    /// <summary>How many may fail in each region; null for AWS's default, none.</summary>
    public Share? FailureTolerance { get; init; }

    /// <summary>How many are worked on at a time; null for AWS's default, one.</summary>
    public Share? MaxConcurrent { get; init; }

    /// <summary>A word of <see cref="SonraiControlTower.ConcurrencyMode"/>; null for AWS's default, STRICT_FAILURE_TOLERANCE.</summary>
    public string? ConcurrencyMode { get; init; }

    /// <summary>SEQUENTIAL or PARALLEL; null for AWS's default, SEQUENTIAL.</summary>
    public string? RegionConcurrency { get; init; }

    /// <summary>In which order regions are worked on; empty leaves it to AWS.</summary>
    public IReadOnlyList<string> RegionOrder
    {
        get;
        init => field = [.. value.Select(AwsNames.Region)];
    } = [];
}

/// <summary>A part of the targeted accounts: so many, or so many of a hundred.</summary>
public sealed record Share
{
    private Share(int amount, bool isPercentage)
    {
        Amount = amount;
        IsPercentage = isPercentage;
    }

    /// <summary>How many, or how many of a hundred.</summary>
    public int Amount { get; }

    /// <summary>True for a percentage, which AWS rounds down (concurrency at least to one).</summary>
    public bool IsPercentage { get; }

    /// <summary>So many accounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static Share Count(int accounts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(accounts);
        return new(accounts, isPercentage: false);
    }

    /// <summary>So many of a hundred, 0 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than 100.</exception>
    public static Share Percentage(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return new(percent, isPercentage: true);
    }

    public override string ToString() => IsPercentage ? $"{Amount} %" : $"{Amount}";
}

/// <summary>Whether failures slow an operation down.</summary>
public static class ConcurrencyMode
{
    /// <summary>At most one more at a time than may still fail.</summary>
    public const string StrictFailureTolerance = "STRICT_FAILURE_TOLERANCE";

    /// <summary>As many at a time as was said, whatever may fail: more may then have failed than was said.</summary>
    public const string SoftFailureTolerance = "SOFT_FAILURE_TOLERANCE";
}

/// <summary>Whether regions are worked on one after another.</summary>
public static class RegionConcurrency
{
    /// <summary>One after another.</summary>
    public const string Sequential = "SEQUENTIAL";

    /// <summary>All at once.</summary>
    public const string Parallel = "PARALLEL";
}
