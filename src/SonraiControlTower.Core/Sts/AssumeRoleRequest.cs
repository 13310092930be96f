using System.Text.RegularExpressions;

namespace SonraiControlTower;

/// <summary>Which role to assume, and how (<see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</see>).</summary>
public sealed partial record AssumeRoleRequest
{
    /// <summary>The role.</summary>
    public required RoleArn Role { get; init; }

    /// <summary>What the session is called in CloudTrail: 2 to 64 letters, digits and <c>_+=,.@-</c>. Anything else throws <c>MalformedAwsName</c>.</summary>
    public required string SessionName
    {
        get;
        init => field = value is not null && Pattern().IsMatch(value)
            ? value
            : throw new SonraiException(AwsProblems.MalformedName("a session's name", value, "2 to 64 letters, digits and _+=,.@-"));
    }

    /// <summary>The external id; null to say none.</summary>
    public ExternalId? ExternalId { get; init; }

    /// <summary>How long the keys last, from 15 minutes; null for AWS's default, one hour.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>A policy that narrows the session; null for none.</summary>
    public PolicyDocument? SessionPolicy { get; init; }

    [GeneratedRegex(@"\A[a-zA-Z0-9_+=,.@-]{2,64}\z")]
    private static partial Regex Pattern();
}
