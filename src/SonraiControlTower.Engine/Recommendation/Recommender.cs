using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// Concludes what identities need of their policies: what they used, what something that they used asks for, and what logs cannot show. Every policy
/// is looked at by itself, so that what two of them allow stays in both, and all recommendations of an identity together allow all that it needs.
/// </summary>
internal sealed class Recommender
{
    /// <summary>What happens once a month should have happened: shorter logs are not enough to take something away, however short a time is asked about.</summary>
    public static readonly TimeSpan Month = TimeSpan.FromDays(28);

    /// <summary>Logs of thirty days begin with the first call of their first day and end with the last one of their last.</summary>
    private static readonly TimeSpan _slack = TimeSpan.FromDays(1);

    private readonly ConditionalWeakTable<Policy, PolicyGrant> _grants = [];
    private readonly TimeProvider _clock;
    private readonly Unseen _unseen;
    private readonly ResourceShapes _shapes;
    private readonly RecommendationWriter _writer;

    public Recommender(ActionCatalog catalog, TimeProvider clock)
    {
        Catalog = catalog;
        _clock = clock;
        _unseen = new Unseen(catalog);
        _shapes = new ResourceShapes(catalog);
        _writer = new RecommendationWriter(this);
    }

    public ActionCatalog Catalog { get; }

    /// <summary>What an identity needs of each of its own policies, in their order; nothing for a service-linked role.</summary>
    /// <param name="identity">A user, role or group.</param>
    /// <param name="usage">What records tell of it; of a group, of its members together (<see cref="IdentityUse.Together"/>).</param>
    /// <param name="coverage">What the logs of its account cover; null for no logs.</param>
    /// <param name="query">The time that counts, and how long new identities are left alone.</param>
    public IReadOnlyList<PolicyNeed> Of(Principal identity, PrincipalUsage? usage, LogCoverage? coverage, RecommendationQuery query)
    {
        if (identity.IsServiceLinked || identity.OwnPolicies.Count == 0)
        {
            return [];
        }

        // The logs' end is the present: what was not recorded yet cannot have been unused.
        var now = _clock.GetUtcNow();
        var end = coverage is not null && coverage.To < now ? coverage.To : now;
        var use = new IdentityUse(usage, Catalog.Count, Before(end, query.Period));
        var grants = identity.OwnPolicies.Select(Grant).ToArray();
        var narrowing = new Narrowing(use, [.. grants.Concat(identity.GroupPolicies.Select(Grant)).SelectMany(grant => grant.Allows)], _shapes);
        var waits = Waits(identity, coverage, end, query);
        var needs = new PolicyNeed[grants.Length];
        List<PolicyNeed> inline = [];
        for (var i = 0; i < grants.Length; i++)
        {
            needs[i] = Need(identity, identity.OwnPolicies[i], grants[i], use, coverage, narrowing, waits, inline);
            if (needs[i].Policy.Arn is null)
            {
                inline.Add(needs[i]);
            }
        }

        return needs;
    }

    /// <summary>Writes out what it concluded.</summary>
    public SonraiPolicyRecommendation Write(PolicyNeed need) => _writer.Write(need);

    /// <summary>Why an action is kept though nothing tells of it; a word of <see cref="ActionReason"/>.</summary>
    public string WhyUnseen(int action, LogCoverage? coverage) => _unseen.Reason(action, coverage);

    private PolicyNeed Need(
        Principal identity, HeldPolicy policy, PolicyGrant grant, IdentityUse use, LogCoverage? coverage, Narrowing narrowing, bool waits,
        List<PolicyNeed> inline)
    {
        var monitored = grant.Granted.Copy();
        monitored.IntersectWith(use.Used);
        var unseen = _unseen.Of(coverage);
        var kept = grant.Granted.Copy();
        kept.IntersectWith(unseen);
        kept.ExceptWith(use.OnlyDenied);
        kept.UnionWith(monitored);

        StatementNeed[] statements = [.. grant.Allows.Select(allow => StatementNeed.Of(allow, grant, kept, unseen, use, narrowing))];
        Drop(statements, kept, monitored);
        return new PolicyNeed(identity, policy, grant.Granted, kept, monitored, waits ? RecommendationAdvice.Wait : Advice(policy.Policy, statements, kept), coverage)
        {
            Ground = new NeedGround(grant, use, statements, inline, this),
        };
    }

    /// <summary>Takes away what was used, but through none of the statements.</summary>
    private static void Drop(StatementNeed[] statements, ActionSet kept, ActionSet monitored)
    {
        foreach (var action in statements.SelectMany(need => need.Narrowed).Where(narrowed => narrowed.Resources.Count == 0).SelectMany(narrowed => narrowed.Actions).Distinct().ToArray())
        {
            if (Array.TrueForAll(statements, need => !need.Grant.Actions[action] || need.Narrowed.Any(narrowed => narrowed.Resources.Count == 0 && narrowed.Actions.Contains(action))))
            {
                kept.Remove(action);
                monitored.Remove(action);
            }
        }
    }

    private static string Advice(Policy policy, StatementNeed[] statements, ActionSet kept) =>
        Array.TrueForAll(statements, need => need.IsUnchanged) ? RecommendationAdvice.Keep
        : kept.IsEmpty && policy.Statements.Count == statements.Length && !statements.Any(need => need.Grant.Unknown.Any()) ? RecommendationAdvice.Detach
        : RecommendationAdvice.Replace;

    /// <summary>Whether it, or the logs, are too young to tell anything of what it did not do.</summary>
    public static bool Waits(Principal identity, LogCoverage? coverage, DateTimeOffset end, RecommendationQuery query) =>
        coverage is null
        || coverage.To - coverage.From + _slack < (query.Period < Month ? query.Period : Month)
        || identity.CreatedAt > Before(end, query.GracePeriod);

    private static DateTimeOffset Before(DateTimeOffset end, TimeSpan time) => end - DateTimeOffset.MinValue > time ? end - time : DateTimeOffset.MinValue;

    /// <summary>Managed policies are shared, and worth remembering; an inline one is seen once.</summary>
    private PolicyGrant Grant(HeldPolicy held) => held.Arn is null
        ? PolicyGrant.Of(held.Policy, Catalog)
        : _grants.GetValue(held.Policy, policy => PolicyGrant.Of(policy, Catalog));
}
