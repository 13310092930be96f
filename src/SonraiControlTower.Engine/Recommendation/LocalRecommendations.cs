namespace SonraiControlTower.Engine;

/// <summary>Recommendations out of what is known when they are asked for.</summary>
internal sealed class LocalRecommendations(PolicyNeeds needs) : IRecommendations
{
    public IAsyncEnumerable<SonraiPolicyRecommendation> ListAsync(RecommendationQuery query, CancellationToken cancellationToken) =>
        Each(query, cancellationToken).ToAsyncEnumerable();

    private IEnumerable<SonraiPolicyRecommendation> Each(RecommendationQuery query, CancellationToken cancellationToken) =>
        needs.Each(query, (_, found) => found.Select(PolicyNeeds.Write).ToArray(), cancellationToken).SelectMany(written => written);
}
