using System.Text.Json.Serialization;

namespace SonraiControlTower;

/// <summary>What was done about a ticket, or is to be: a plan, how far it has come, and all that it takes to take it back.</summary>
public sealed record SonraiRemediation
{
    /// <summary>Eight letters and digits, the same on every machine.</summary>
    public required string Id { get; init; }

    /// <summary>A word of <see cref="RemediationStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The title of the bot, or <see cref="RemediationMethod.CreatePolicyAndAssign"/>.</summary>
    public required string Method { get; init; }

    /// <summary>The user, role or group that is changed.</summary>
    public required string IdentityArn { get; init; }

    /// <summary>Its name, without the path.</summary>
    [JsonIgnore]
    public string IdentityName => IdentityArn[(IdentityArn.LastIndexOfAny(['/', ':']) + 1)..];

    /// <summary>The account, twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>Sonrai's resource name of the ticket; null where there was none.</summary>
    public string? TicketSrn { get; init; }

    public string? TicketTitle { get; init; }

    /// <summary>What becomes of each policy.</summary>
    public IReadOnlyList<PolicyReplacement> Policies { get; init => field = Arrays.Of(value); } = [];

    /// <summary>What is done, in this order; taken back in the other.</summary>
    public IReadOnlyList<RemediationStep> Steps { get; init => field = Arrays.Of(value); } = [];

    /// <summary>What the policies leave to be wanted, and what cannot be taken back.</summary>
    public IReadOnlyList<string> Remarks { get; init => field = Arrays.Of(value); } = [];

    /// <summary>Why it failed, or waits; null where all is well.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it: the ARN that the credentials belong to.</summary>
    public string? By { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When its last step was done; null for one that is not in force.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>When a staged one may be applied; null for one that is not staged.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What the identity had when it was planned: as long as this is so, the plan fits.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The session that works on it; another may take over only when it has been silent for a while.</summary>
    public string? Owner { get; init; }

    /// <summary>How often it was written; tells whether somebody else has written it meanwhile.</summary>
    public int Revision { get; init; }

    /// <summary>Whether it was begun and has not come to an end: somebody is at it, or was killed at it.</summary>
    [JsonIgnore]
    public bool IsInterrupted => Status is RemediationStatus.Applying or RemediationStatus.Reverting;

    public override string ToString() => $"{Id} {IdentityName}: {Status}";
}

/// <summary>How far a remediation has come.</summary>
public static class RemediationStatus
{
    /// <summary>Nothing is changed, and nothing is written down: it is shown, to be agreed to.</summary>
    public const string Planned = "Planned";

    /// <summary>Nothing is changed yet: it waits until new activity has shown that nothing would be denied.</summary>
    public const string Staged = "Staged";

    /// <summary>It is being done, or was interrupted.</summary>
    public const string Applying = "Applying";

    /// <summary>It is in force.</summary>
    public const string Applied = "Applied";

    /// <summary>It is being taken back, or was interrupted at it.</summary>
    public const string Reverting = "Reverting";

    /// <summary>It could not be done, and everything is as it was.</summary>
    public const string RolledBack = "RolledBack";

    /// <summary>It was in force, and was taken back.</summary>
    public const string Undone = "Undone";

    /// <summary>It was staged, and is not to be applied any more: something would have been denied, or the identity has changed.</summary>
    public const string Withdrawn = "Withdrawn";
}

/// <summary>How a ticket is remedied where no bot is named.</summary>
public static class RemediationMethod
{
    /// <summary>The recommended policies are made and assigned to the identity, then the old ones are taken away.</summary>
    public const string CreatePolicyAndAssign = "CreatePolicyAndAssign";
}

/// <summary>What becomes of one policy of an identity.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">The ARN of a managed one; null for an inline one.</param>
/// <param name="Before">What it says.</param>
/// <param name="After">What takes its place: documents; none where nothing does.</param>
/// <param name="Outcome">A word of <see cref="RecommendationAdvice"/>.</param>
public sealed record PolicyReplacement(string Name, string? Arn, string Before, IReadOnlyList<string> After, string Outcome)
{
    public override string ToString() => $"{Name}: {Outcome}";
}
