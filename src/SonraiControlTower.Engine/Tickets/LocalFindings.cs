namespace SonraiControlTower.Engine;

/// <summary>What the control policies find in the estate.</summary>
/// <param name="ready">Waits until what there is to know has been taken in, and gives what findings depend on.</param>
/// <param name="ground">Makes what identities are looked at with.</param>
/// <param name="needs">The recommender.</param>
/// <param name="examine">Looks at an identity with what it needs.</param>
internal sealed class LocalFindings(
    Func<CancellationToken, Task<FindingsStamp>> ready,
    Func<ControlGround> ground,
    IPolicyNeeds needs,
    Func<ControlGround, Principal, IReadOnlyList<PolicyNeed>, Examined> examine) : IFindings
{
    /// <summary>The period and the grace period that tickets go by.</summary>
    public static RecommendationQuery Settings { get; } = new();

    public Task<FindingsStamp> StampAsync(CancellationToken cancellationToken) => ready(cancellationToken);

    public async Task<IReadOnlyList<ControlFinding>> FindAsync(CancellationToken cancellationToken)
    {
        await ready(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Find(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PolicyEvidence>> EvidenceAsync(string identityArn, CancellationToken cancellationToken)
    {
        await ready(cancellationToken).ConfigureAwait(false);
        return [.. needs.All(Settings with { Identities = [identityArn] }, cancellationToken).SelectMany(one => one.Needs).Select(need => PolicyEvidences.Of(needs.Write(need)))];
    }

    private List<ControlFinding> Find(CancellationToken cancellationToken)
    {
        var common = ground();
        var findings = new List<ControlFinding>();
        foreach (var (identity, own) in needs.All(Settings, cancellationToken))
        {
            var examined = examine(common, identity, own);
            findings.AddRange(Controls.All.SelectMany(control => control.Judge(examined) is { } severity
                ? [new ControlFinding(control.Title, identity.Arn, identity.Kind, identity.Account, identity.Name, severity)]
                : Array.Empty<ControlFinding>()));
        }

        return findings;
    }
}
