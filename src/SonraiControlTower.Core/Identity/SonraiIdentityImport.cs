namespace SonraiControlTower;

/// <summary>What an import of one account's identities, or of the organization's policies, brought.</summary>
public sealed record SonraiIdentityImport
{
    /// <summary>The account; null for policies of the organization.</summary>
    public string? Account { get; init; }

    /// <summary>Where it came from: a file's path, or the ARN of the role that was assumed.</summary>
    public required string Source { get; init; }

    public int Users { get; init; }

    public int Groups { get; init; }

    public int Roles { get; init; }

    /// <summary>Managed policies, AWS's own included.</summary>
    public int Policies { get; init; }

    public int ServiceControlPolicies { get; init; }

    public int ResourceControlPolicies { get; init; }
}
