using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>A role as IAM has it (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html">Role</see>).</summary>
public sealed record IamRole
{
    /// <summary>The name, without the path.</summary>
    public required string Name { get; init; }

    /// <summary><c>arn:PARTITION:iam::ACCOUNT:role/PATH/NAME</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>Another role of the same name, made later, has another.</summary>
    public required string RoleId { get; init; }

    /// <summary><c>/</c>, or <c>/…/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Who may assume it.</summary>
    public required PolicyDocument TrustPolicy { get; init; }

    /// <summary>What it is for, in words.</summary>
    public string? Description { get; init; }

    /// <summary>How long a session may last: 1 to 12 hours. Null where AWS does not say.</summary>
    public TimeSpan? MaxSessionDuration { get; init; }

    /// <summary>The policy that bounds its permissions; null for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The tags by name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, within the last 400 days; null for not.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>In which region it was last used.</summary>
    public string? LastUsedRegion { get; init; }

    public override string ToString() => Arn;
}

/// <summary>What a new role is to be.</summary>
public sealed record NewRole
{
    private const int LongestName = 64;

    /// <summary>Letters, digits and <c>+=,.@_-</c>, 64 at most. Anything else throws <c>MalformedAwsName</c>.</summary>
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

    /// <summary>Who may assume it, 2,048 signs at most without a raised quota.</summary>
    public required PolicyDocument TrustPolicy { get; init; }

    /// <summary>What it is for, in words, 1,000 signs at most.</summary>
    public string? Description { get; init; }

    /// <summary>How long a session may last; null for AWS's default, one hour.</summary>
    public TimeSpan? MaxSessionDuration { get; init; }

    /// <summary>The policy that bounds its permissions; null for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The tags by name, 50 at most.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
