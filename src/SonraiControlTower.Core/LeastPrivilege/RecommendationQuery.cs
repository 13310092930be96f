namespace SonraiControlTower;

/// <summary>Which recommendations are asked for. Every condition left empty lets everything pass.</summary>
public sealed record RecommendationQuery
{
    /// <summary>Patterns of ARNs or of bare names (<c>*</c> and <c>?</c>), in any case.</summary>
    public IReadOnlyList<string> Identities { get; init; } = [];

    /// <summary>Patterns of names or ARNs of policies.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Accounts.</summary>
    public IReadOnlyList<AccountId> Accounts { get; init; } = [];

    /// <summary>
    /// How far back from the end of the logs use counts. The logs are to cover it, or a month of it, before anything but
    /// <see cref="RecommendationAdvice.Wait"/> is advised.
    /// </summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long a new identity is left alone.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromDays(14);
}
