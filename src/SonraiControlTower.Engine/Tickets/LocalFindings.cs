namespace SonraiControlTower.Engine;

/// <summary>What the control policies find in the estate.</summary>
/// <param name="knowledge">What is known, once it has been taken in.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class LocalFindings(Func<CancellationToken, Task<Knowledge>> knowledge, TimeProvider clock) : IFindings
{
    // The period and the grace period that tickets go by are those that recommendations have unless somebody says otherwise.
    private static readonly RecommendationQuery _settings = new();

    public async Task<FindingsStamp> StampAsync(CancellationToken cancellationToken)
    {
        var known = await knowledge(cancellationToken).ConfigureAwait(false);
        return new FindingsStamp(known.Stamp, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
    }

    public async Task<IReadOnlyList<ControlFinding>> FindAsync(CancellationToken cancellationToken)
    {
        var known = await knowledge(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Find(known, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PolicyEvidence>> EvidenceAsync(string identityArn, CancellationToken cancellationToken)
    {
        var known = await knowledge(cancellationToken).ConfigureAwait(false);
        return
        [
            .. known.Needs.All(_settings with { Identities = [identityArn] }, cancellationToken)
                .SelectMany(one => one.Needs)
                .Select(need => PolicyEvidences.Of(PolicyNeeds.Write(need))),
        ];
    }

    private List<ControlFinding> Find(Knowledge known, CancellationToken cancellationToken)
    {
        var ground = new ControlGround(known.Estate, known.Catalog);
        var guardrails = known.Estate.Accounts.ToDictionary(account => account.Account, account => account.Guardrails);
        return
        [
            .. known.Needs.Each(
                    _settings,
                    (identity, needs) => LandingZoneRoles.Includes(identity) ? [] : Judge(Examine(identity, needs, ground, known, guardrails[identity.Account])),
                    cancellationToken)
                .SelectMany(found => found),
        ];
    }

    private Examined Examine(Principal identity, IReadOnlyList<PolicyNeed> needs, ControlGround ground, Knowledge known, Guardrails guardrails)
    {
        var coverage = known.Usage.CoverageOf(identity.Account);
        var now = clock.GetUtcNow();

        // As in a recommendation the logs' end is the present.
        var end = coverage is not null && coverage.To < now ? coverage.To : now;
        var (possible, unlimited) = Reach(identity, guardrails, ground, known);
        return new Examined
        {
            Identity = identity,
            Needs = needs,
            Possible = possible,
            Unlimited = unlimited,
            Usage = known.Usage.Of(identity.Arn),
            IsObserved = !Recommender.Waits(identity, coverage, end, _settings),
            Since = end - _settings.Period,
            Ground = ground,
        };
    }

    private static (ActionSet Possible, ActionSet Unlimited) Reach(Principal identity, Guardrails guardrails, ControlGround ground, Knowledge known)
    {
        // Nobody acts as a group: what its policies grant is what its members may have of it, and as such looked at.
        if (identity.Kind == IamKind.Group)
        {
            return (known.Catalog.All, ground.None);
        }

        var effective = EffectiveActions.Of(identity, guardrails, known.Catalog, known.Estate.Organization);
        var possible = effective.Allowed.Copy();
        possible.UnionWith(effective.Conditional);
        return (possible, effective.Unlimited);
    }

    private static ControlFinding[] Judge(Examined one) =>
    [
        .. from control in Controls.All
           let severity = control.Judge(one)
           where severity is not null
           select new ControlFinding(control.Title, one.Identity.Arn, one.Identity.Kind, one.Identity.Account, one.Identity.Name, severity.Value),
    ];
}
