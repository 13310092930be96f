namespace SonraiControlTower;

/// <summary>
/// What a stack is to be
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html">CreateStack</see>).
/// </summary>
public sealed record StackRequest
{
    /// <summary>A letter, then letters, digits and hyphens, 128 at most; for an update also its id. Anything else throws <c>MalformedAwsName</c>.</summary>
    public required string Name
    {
        get;
        init => field = AwsNames.Stack(value);
    }

    /// <summary>The template as text, 51,200 bytes at most; null keeps, on an update, the template that the stack has.</summary>
    public string? TemplateBody { get; init; }

    /// <summary>Where the template lies in S3, for one that is longer; it goes before <see cref="TemplateBody"/>.</summary>
    public Uri? TemplateUrl { get; init; }

    /// <summary>The parameters. On an update, one that is left out goes back to the template's default.</summary>
    public IReadOnlyList<TemplateParameter> Parameters { get; init; } = [];

    /// <summary>The tags by name; null keeps, on an update, those that the stack has.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>What the template may do: CAPABILITY_NAMED_IAM for roles with names.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The role that CloudFormation works with; null for the caller's own rights.</summary>
    public string? RoleArn { get; init; }

    /// <summary>AWS does what carries the same token only once; it stands on every event that comes of the request.</summary>
    public required OperationId RequestToken { get; init; }
}

/// <summary>What came of an update.</summary>
/// <param name="StackId">The stack.</param>
/// <param name="HadNothingToDo">True if the stack already was as wanted; CloudFormation then did nothing.</param>
public sealed record StackUpdate(string StackId, bool HadNothingToDo);
