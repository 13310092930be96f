namespace SonraiControlTower.Aws.Organizations.Wire;

/// <summary>The input of an operation that takes none: an empty object.</summary>
internal sealed record NoInput;

/// <summary>The input of every listing. MaxResults is left to AWS, which gives its most, 20.</summary>
internal sealed record ListInput(string? ParentId, string? NextToken);

internal sealed record ListPoliciesInput(string Filter, string? NextToken);

internal sealed record PolicyInput(string PolicyId, string? NextToken = null);
