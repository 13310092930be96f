namespace SonraiControlTower;

/// <summary>A way to remedy a ticket: it says which changes of IAM that takes, and makes none itself.</summary>
internal interface IRemediationBot
{
    /// <summary>Reads what else it must know, and plans.</summary>
    /// <exception cref="SonraiException">What stands in the way.</exception>
    Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken);
}

/// <summary>What a plan is made of.</summary>
/// <param name="Live">The identity as IAM has it.</param>
/// <param name="Evidence">What the ticket knows of its policies; only those that are to be remedied.</param>
/// <param name="Id">The id of the remediation.</param>
/// <param name="Tags">The tags of what is made.</param>
/// <param name="Site">IAM, to read.</param>
/// <param name="Rehearsals">Divides long policies.</param>
/// <param name="Now">The time.</param>
internal sealed record RemediationGround(
    LiveIdentity Live,
    IReadOnlyList<PolicyEvidence> Evidence,
    string Id,
    IReadOnlyDictionary<string, string> Tags,
    RemediationSite Site,
    IRehearsals Rehearsals,
    DateTimeOffset Now)
{
    /// <summary>Who is to be let assume the role; null for what the ticket recommends.</summary>
    public string? TrustPolicy { get; init; }
}

/// <summary>A plan before it has been rehearsed.</summary>
/// <param name="Policies">What becomes of each policy.</param>
/// <param name="Changes">The changes, in their order; none where nothing is to be done.</param>
/// <param name="Remarks">What is to be said about it.</param>
internal sealed record RemediationDraft(
    IReadOnlyList<PolicyReplacement> Policies, IReadOnlyList<IamChange> Changes, IReadOnlyList<string> Remarks)
{
    /// <summary>Whether the identity must not have been used for it to be done: it is deleted, disabled, or loses all its policies.</summary>
    public bool TakesAll { get; init; }
}
