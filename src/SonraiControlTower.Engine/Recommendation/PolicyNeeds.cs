namespace SonraiControlTower.Engine;

/// <summary>Goes through the estate, as many identities at a time as there are processors.</summary>
/// <param name="catalog">The catalogue that is gone by; a session may fetch a newer one.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="estate">The identities that are known.</param>
/// <param name="usage">What they did, by the actions of a catalogue.</param>
internal sealed class PolicyNeeds(
    Func<ActionCatalog> catalog, TimeProvider clock, Func<Estate> estate, Func<ActionCatalog, Usage> usage)
{
    private readonly Lock _change = new();
    private Recommender? _recommender;

    /// <summary>
    /// Identity by identity (users, roles, groups; not service-linked roles), what it needs of each of its own policies, in the order of the estate.
    /// </summary>
    public IEnumerable<(Principal Identity, IReadOnlyList<PolicyNeed> Needs)> All(RecommendationQuery query, CancellationToken cancellationToken) =>
        Each(query, static (identity, needs) => (identity, needs), cancellationToken);

    /// <summary>Writes the documents out.</summary>
    /// <exception cref="ArgumentException">It is none that <see cref="All"/> gave.</exception>
    public static SonraiPolicyRecommendation Write(PolicyNeed need) =>
        (need.Ground ?? throw new ArgumentException("It was not concluded by the recommender.", nameof(need))).By.Write(need);

    /// <summary>What comes of each identity that is asked about, in the estate's order.</summary>
    public IEnumerable<T> Each<T>(RecommendationQuery query, Func<Principal, IReadOnlyList<PolicyNeed>, T> make, CancellationToken cancellationToken)
    {
        var recommender = Recommender();
        var used = usage(recommender.Catalog);
        var known = estate();
        var roles = new PassedProfiles(known, recommender.Catalog);
        return known.Accounts
            .Where(account => query.Accounts.Count == 0 || query.Accounts.Contains(account.Account))
            .SelectMany(account => Of(account, used))
            .Where(one => !one.Identity.IsServiceLinked && IsAsked(one.Identity, query.Identities))
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(cancellationToken)
            .Select(one => make(one.Identity, Asked(recommender.Of(one.Identity, roles.Resolve(one.Usage()), one.Coverage, query), query.Policies)));
    }

    /// <summary>The one for the catalogue that is gone by; it remembers what policies grant.</summary>
    private Recommender Recommender()
    {
        lock (_change)
        {
            var now = catalog();
            return _recommender?.Catalog == now ? _recommender : _recommender = new Recommender(now, clock);
        }
    }

    private static IEnumerable<(Principal Identity, Func<PrincipalUsage?> Usage, LogCoverage? Coverage)> Of(AccountIdentities account, Usage used)
    {
        var coverage = used.CoverageOf(account.Account);
        var members = account.Principals
            .SelectMany(user => user.Groups.Select(group => (Group: group, User: user)))
            .ToLookup(member => member.Group, member => member.User, StringComparer.OrdinalIgnoreCase);
        foreach (var principal in account.Principals)
        {
            yield return (principal, () => used.Of(principal.Arn), coverage);
        }

        foreach (var group in account.Groups)
        {
            yield return (group, () => IdentityUse.Together(group.Arn, members[group.Name].Select(user => used.Of(user.Arn))), coverage);
        }
    }

    private static bool IsAsked(Principal identity, IReadOnlyList<string> patterns) =>
        patterns.Count == 0 || patterns.Any(pattern => ActionName.Matches(identity.Arn, pattern) || ActionName.Matches(identity.Name, pattern));

    private static IReadOnlyList<PolicyNeed> Asked(IReadOnlyList<PolicyNeed> needs, IReadOnlyList<string> patterns) => patterns.Count == 0
        ? needs
        : [.. needs.Where(need => patterns.Any(pattern => ActionName.Matches(need.Policy.Name, pattern) || ActionName.Matches(need.Policy.Arn, pattern)))];
}
