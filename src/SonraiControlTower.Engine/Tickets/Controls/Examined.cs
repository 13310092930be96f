namespace SonraiControlTower.Engine;

/// <summary>One identity as the control policies look at it.</summary>
internal sealed record Examined
{
    public required Principal Identity { get; init; }

    /// <summary>What it needs of each of its own policies.</summary>
    public required IReadOnlyList<PolicyNeed> Needs { get; init; }

    /// <summary>What it may do, all policies taken together, on some resource and under some conditions at least. For a group what its policies grant.</summary>
    public required ActionSet Possible { get; init; }

    /// <summary>Of that, what it may do on every resource and under every condition.</summary>
    public required ActionSet Unlimited { get; init; }

    /// <summary>What it did; null for nothing that any record tells.</summary>
    public PrincipalUsage? Usage { get; init; }

    /// <summary>Whether it and the logs are old enough that what it did not do tells something.</summary>
    public required bool IsObserved { get; init; }

    /// <summary>From when on use counts.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What it is looked at with.</summary>
    public required ControlGround Ground { get; init; }

    /// <summary>Who may do everything with IAM may give itself everything else.</summary>
    public bool IsAdministrator => Ground.Administration.IsWithin(Unlimited);

    /// <summary>No record, and IAM itself, tells of any use since then. IAM tells it of roles only.</summary>
    public bool IsUnused =>
        Usage?.Actions.Values.Any(use => use.LastUsedAt >= Since) != true && !(Identity.LastUsedAt >= Since);

    /// <summary>A role that nobody used for as long as that can be told.</summary>
    public bool IsUnusedRole => Identity.Kind == IamKind.Role && IsObserved && IsUnused;

    /// <summary>What its policies give it and it does not need. What a boundary or the organization forbids anyhow is no risk, and not among it.</summary>
    public ActionSet Unneeded => field ??= FindUnneeded();

    private ActionSet FindUnneeded()
    {
        var unneeded = Ground.None;
        foreach (var need in Needs.Where(need => need.Advice is RecommendationAdvice.Replace or RecommendationAdvice.Detach))
        {
            unneeded.UnionWith(need.Removed);
        }

        unneeded.IntersectWith(Possible);
        return unneeded;
    }
}
