namespace SonraiControlTower;

/// <summary>What identities need.</summary>
public interface IRecommendations
{
    /// <summary>Answers identity by identity, policy by policy, in their order.</summary>
    IAsyncEnumerable<SonraiPolicyRecommendation> ListAsync(RecommendationQuery query, CancellationToken cancellationToken);
}
