namespace SonraiControlTower;

/// <summary>What remediation works with.</summary>
public sealed record RemediationServices
{
    public required IAws Aws { get; init; }

    /// <summary>The credentials at hand.</summary>
    public required AwsAccess Access { get; init; }

    /// <summary>Whose tickets they are.</summary>
    public required IDig Dig { get; init; }

    public required IAnalysis Analysis { get; init; }

    public required IRemediationJournal Journal { get; init; }

    /// <summary>Tells the time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>What AWS is waited for by.</summary>
    public required TimeProvider AwsClock { get; init; }

    /// <summary>The session, in a word that no other has.</summary>
    public required string Owner { get; init; }
}
