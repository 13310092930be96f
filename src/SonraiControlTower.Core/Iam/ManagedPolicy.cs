using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>A managed policy as IAM has it (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html">Policy</see>).</summary>
public sealed record ManagedPolicy
{
    /// <summary>The name, without the path.</summary>
    public required string Name { get; init; }

    /// <summary><c>arn:PARTITION:iam::ACCOUNT:policy/PATH/NAME</c>; ACCOUNT is <c>aws</c> for one of AWS's own.</summary>
    public required string Arn { get; init; }

    /// <summary>Another policy of the same name, made later, has another.</summary>
    public required string PolicyId { get; init; }

    /// <summary><c>/</c>, or <c>/…/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The version in force, such as <c>v3</c>.</summary>
    public required string DefaultVersionId { get; init; }

    /// <summary>How many users, groups and roles have it.</summary>
    public int AttachmentCount { get; init; }

    /// <summary>How many users and roles have it as their boundary.</summary>
    public int BoundaryUsageCount { get; init; }

    /// <summary>What it is for, in words.</summary>
    public string? Description { get; init; }

    /// <summary>The tags by name; empty where the operation does not tell them.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its newest version was made.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public override string ToString() => Arn;
}

/// <summary>A version of a managed policy; there are five at most.</summary>
/// <param name="VersionId">Such as <c>v3</c>; a number is never used again.</param>
/// <param name="IsDefault">True for the version in force.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Document">What it says; null in a listing, which does not tell.</param>
public sealed record PolicyVersion(string VersionId, bool IsDefault, DateTimeOffset? CreatedAt, PolicyDocument? Document);

/// <summary>What a new managed policy is to be.</summary>
public sealed record NewPolicy
{
    private const int LongestName = 128;

    /// <summary>Letters, digits and <c>+=,.@_-</c>, 128 at most. Anything else throws <c>MalformedAwsName</c>.</summary>
    public required string Name
    {
        get;
        init => field = AwsNames.Iam(value, LongestName);
    }

    /// <summary><c>/</c>, or <c>/…/</c>. Anything else throws <c>MalformedAwsName</c>.</summary>
    public string Path
    {
        get;
        init => field = AwsNames.IamPath(value);
    } = "/";

    /// <summary>What it says, 6,144 signs at most without white space.</summary>
    public required PolicyDocument Document { get; init; }

    /// <summary>What it is for, in words, 1,000 signs at most; it cannot be changed later.</summary>
    public string? Description { get; init; }

    /// <summary>The tags by name, 50 at most.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
