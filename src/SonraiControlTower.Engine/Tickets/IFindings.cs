namespace SonraiControlTower.Engine;

/// <summary>What the analysis finds now.</summary>
internal interface IFindings
{
    /// <summary>As long as it is the same, the findings are.</summary>
    Task<FindingsStamp> StampAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<ControlFinding>> FindAsync(CancellationToken cancellationToken);

    /// <summary>What is known of each policy of an identity.</summary>
    Task<IReadOnlyList<PolicyEvidence>> EvidenceAsync(string identityArn, CancellationToken cancellationToken);
}

/// <summary>What findings depend on.</summary>
/// <param name="Data">Another for every import.</param>
/// <param name="Day">Grace periods end and the period of the logs moves on with the days.</param>
internal readonly record struct FindingsStamp(string Data, DateOnly Day);

/// <summary>Where nothing is analysed, nothing is found.</summary>
internal sealed class NoFindings : IFindings
{
    public async Task<FindingsStamp> StampAsync(CancellationToken cancellationToken) => default;

    public async Task<IReadOnlyList<ControlFinding>> FindAsync(CancellationToken cancellationToken) => [];

    public async Task<IReadOnlyList<PolicyEvidence>> EvidenceAsync(string identityArn, CancellationToken cancellationToken) => [];
}
