namespace SonraiControlTower;

/// <summary>What setting up or updating the integration would do, by CloudFormation's own change set.</summary>
public sealed record IntegrationPreview
{
    /// <summary>The stack's name.</summary>
    public required string StackName { get; init; }

    /// <summary>Create, Update, or None where nothing is to be done.</summary>
    public required string Action { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The organization.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The values of the template in its order; what is secret is shown as asterisks, and what is kept as "(kept)".</summary>
    public IReadOnlyList<IntegrationValue> Values { get; init => field = Arrays.Of(value); } = [];

    /// <summary>What becomes of each resource.</summary>
    public IReadOnlyList<IntegrationChange> Changes { get; init => field = Arrays.Of(value); } = [];

    /// <summary>What else would be done, in sentences.</summary>
    public IReadOnlyList<string> Besides { get; init => field = Arrays.Of(value); } = [];

    public override string ToString() => $"{Action} {StackName}: {Changes.Count} resources";
}

/// <summary>A value that the template is given.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value, as it may be shown.</param>
/// <param name="Source">Given, Found, or Kept.</param>
public sealed record IntegrationValue(string Name, string Value, string Source)
{
    public const string Given = nameof(Given);
    public const string Found = nameof(Found);
    public const string Kept = nameof(Kept);

    public override string ToString() => $"{Name} = {Value} ({Source})";
}

/// <summary>What becomes of one resource.</summary>
/// <param name="Action">Add, Modify, Replace or Remove.</param>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="ResourceType">Such as <c>AWS::Lambda::Function</c>.</param>
/// <param name="PhysicalId">Its name in AWS; null for what is to be made.</param>
public sealed record IntegrationChange(string Action, string LogicalId, string ResourceType, string? PhysicalId)
{
    internal static IntegrationChange Of(ResourceChange change) => new(
        change is { Action: "Modify", Replacement: "True" } ? "Replace" : change.Action, change.LogicalId, change.ResourceType, change.PhysicalId);

    public override string ToString() => $"{Action} {LogicalId}";
}
