using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>
/// A stack as CloudFormation has it (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html">Stack</see>).
/// </summary>
public sealed record CloudFormationStack
{
    /// <summary><c>arn:PARTITION:cloudformation:REGION:ACCOUNT:stack/NAME/UUID</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>A word of <see cref="StackStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it is as it is, in AWS's words.</summary>
    public string? StatusReason { get; init; }

    /// <summary>What it is for, in words.</summary>
    public string? Description { get; init; }

    /// <summary>The role that CloudFormation works with; null for the caller's own rights.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The parameters by name; a NoEcho parameter comes as asterisks.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The outputs by name.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The tags by name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When it was made; null where AWS does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last updated; null if never.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public override string ToString() => $"{Name} {Status}";
}
