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

    /// <summary>The values that the template gets, then what becomes of each resource.</summary>
    public IReadOnlyList<IntegrationChange> Changes { get; init => field = Arrays.Of(value); } = [];

    /// <summary>How many resources are made, changed or removed.</summary>
    public int ResourceCount => Changes.Count(change => !change.IsValue);

    /// <summary>What else would be done, in sentences.</summary>
    public IReadOnlyList<string> Besides { get; init => field = Arrays.Of(value); } = [];

    public override string ToString() => $"{Action} {StackName}: {ResourceCount} resources";
}

/// <summary>A line of the preview: a value that the template gets, or what becomes of a resource.</summary>
/// <param name="Action">Given, Found or Kept for a value, by where it comes from; Add, Modify, Replace or Remove for a resource.</param>
/// <param name="Name">The parameter, or the resource's name in the template.</param>
/// <param name="Detail">The value as it may be shown, or the resource's type.</param>
public sealed record IntegrationChange(string Action, string Name, string Detail)
{
    public const string Given = nameof(Given);
    public const string Found = nameof(Found);
    public const string Kept = nameof(Kept);

    /// <summary>The resource's name in AWS; null for what is to be made, and for a value.</summary>
    public string? PhysicalId { get; init; }

    /// <summary>True for a value, false for a resource.</summary>
    public bool IsValue => Action is Given or Found or Kept;

    internal static IntegrationChange Of(ResourceChange change) => new(
        change is { Action: "Modify", Replacement: "True" } ? "Replace" : change.Action, change.LogicalId, change.ResourceType)
    { PhysicalId = change.PhysicalId };

    public override string ToString() => $"{Action} {Name}";
}
