namespace SonraiControlTower;

/// <summary>What an identity has, and what it is to have.</summary>
public sealed record RehearsalRequest
{
    /// <summary>A user, role or group.</summary>
    public required string IdentityArn { get; init; }

    /// <summary>Its own policies, attached and embedded, as they are now.</summary>
    public required PolicyCollection Before { get; init; }

    /// <summary>Its own policies as they are to be.</summary>
    public required PolicyCollection After { get; init; }

    /// <summary>Only calls since then count; null for all that are recorded.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Policies of one identity. Documents are JSON, as IAM has them.</summary>
/// <param name="Policies">Those that allow it something.</param>
/// <param name="Boundary">The one that bounds it; null for none.</param>
public sealed record PolicyCollection(IReadOnlyList<PolicyText> Policies, string? Boundary = null);

/// <summary>A policy by name.</summary>
/// <param name="Name">Its name, for whoever reads.</param>
/// <param name="Arn">The ARN of a managed one; null for an inline one.</param>
/// <param name="Document">What it says.</param>
public sealed record PolicyText(string Name, string? Arn, string Document);

/// <summary>What came of trying policies.</summary>
public sealed record Rehearsal
{
    /// <summary>How many different calls, by action and resource, were tried.</summary>
    public int Tried { get; init; }

    /// <summary>Those that are allowed now and would not be: none where the policies can be put in force.</summary>
    public IReadOnlyList<RehearsedDenial> Denied { get; init => field = Arrays.Of(value); } = [];

    /// <summary>What the logs of the account cover; null for no logs.</summary>
    public DateTimeOffset? LogsFrom { get; init; }

    public DateTimeOffset? LogsTo { get; init; }

    /// <summary>True where nothing is known of what the identity did: no log of its account was read, or the identity is not known.</summary>
    public bool IsBlind => LogsFrom is null;
}

/// <summary>A recorded call that would be denied.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">An ARN or a pattern of ARNs; <c>*</c> where the records do not tell.</param>
/// <param name="LastUsedAt">When it was last allowed.</param>
/// <param name="Reason">The layer, and the policy and statement where one decides, such as <c>no policy allows it</c>.</param>
public sealed record RehearsedDenial(string Action, string Resource, DateTimeOffset? LastUsedAt, string Reason)
{
    public override string ToString() => $"{Action} on {Resource}: {Reason}";
}
