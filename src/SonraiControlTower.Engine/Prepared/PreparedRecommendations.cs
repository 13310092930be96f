namespace SonraiControlTower.Engine;

/// <summary>Recommendations: questions wait for the intake.</summary>
internal sealed class PreparedRecommendations(Func<IRecommendations> inner, Intake intake) : IRecommendations
{
    public IAsyncEnumerable<SonraiPolicyRecommendation> ListAsync(RecommendationQuery query, CancellationToken cancellationToken) =>
        intake.ThenAsync(() => inner().ListAsync(query, cancellationToken), cancellationToken);
}
