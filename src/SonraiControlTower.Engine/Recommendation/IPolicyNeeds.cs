namespace SonraiControlTower.Engine;

/// <summary>What identities need of their policies; the recommender's near side for tickets.</summary>
internal interface IPolicyNeeds
{
    /// <summary>
    /// Identity by identity (users, roles, groups; not service-linked roles), what it needs of each of its own policies. Several identities may be worked
    /// on at once; the order is that of the estate.
    /// </summary>
    IEnumerable<(Principal Identity, IReadOnlyList<PolicyNeed> Needs)> All(RecommendationQuery query, CancellationToken cancellationToken);

    /// <summary>Writes the documents out.</summary>
    SonraiPolicyRecommendation Write(PolicyNeed need);
}
