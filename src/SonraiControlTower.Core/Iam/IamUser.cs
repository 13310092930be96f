using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>A user as IAM has it (<see href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html">User</see>).</summary>
public sealed record IamUser
{
    /// <summary>The name, without the path.</summary>
    public required string Name { get; init; }

    /// <summary><c>arn:PARTITION:iam::ACCOUNT:user/PATH/NAME</c>.</summary>
    public required string Arn { get; init; }

    /// <summary>Another user of the same name, made later, has another.</summary>
    public required string UserId { get; init; }

    /// <summary><c>/</c>, or <c>/…/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The policy that bounds its permissions; null for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The tags by name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When somebody last signed in with its password; null for never, or not known.</summary>
    public DateTimeOffset? PasswordLastUsedAt { get; init; }

    public override string ToString() => Arn;
}

/// <summary>What a new user is to be.</summary>
public sealed record NewUser
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

    /// <summary>The policy that bounds its permissions; null for none.</summary>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The tags by name, 50 at most.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
