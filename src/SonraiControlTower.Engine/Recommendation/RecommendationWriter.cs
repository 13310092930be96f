namespace SonraiControlTower.Engine;

/// <summary>Writes recommendations out: documents within IAM's limits, and a word for every action.</summary>
internal sealed class RecommendationWriter(Recommender recommender)
{
    private readonly PolicyWriter _policies = new(recommender.Catalog);
    private readonly ActionAdvices _advices = new(recommender);

    /// <exception cref="ArgumentException">It is none of the recommender's.</exception>
    public SonraiPolicyRecommendation Write(PolicyNeed need)
    {
        var ground = Ground(need);
        var isTooLong = need.Policy.Arn is null && !Fits(need, ground);
        var limit = need.Policy.Arn is null && !isTooLong ? int.MaxValue : PolicyRoom.Managed;
        return new SonraiPolicyRecommendation
        {
            IdentityArn = need.Identity.Arn,
            PolicyName = need.Policy.Name,
            PolicyArn = need.Policy.Arn,
            OriginalPolicy = need.Policy.Policy.Json,
            RecommendedPolicies = ground.IsUnchanged ? [need.Policy.Policy.Json] : Documents(need, ground, isMonitored: false, limit),
            MonitoredPolicies = Documents(need, ground, isMonitored: true, limit),
            IsTooLongForInline = isTooLong,
            Advice = need.Advice,
            Actions = _advices.Of(need, ground),
            LogsFrom = need.Coverage?.From,
            LogsTo = need.Coverage?.To,
        };
    }

    private static NeedGround Ground(PolicyNeed need) => need.Ground ?? throw new ArgumentException("It was not concluded by the recommender.", nameof(need));

    private IReadOnlyList<string> Documents(PolicyNeed need, NeedGround ground, bool isMonitored, int limit) =>
        new DocumentPacker(need.Policy.Policy, limit).Pack(_policies.Write(need, ground, isMonitored));

    /// <summary>
    /// Whether there is room for it among the identity's inline policies. Those that stay as they are have theirs; the others take what is left, in
    /// their order.
    /// </summary>
    private bool Fits(PolicyNeed need, NeedGround ground)
    {
        if (ground.IsUnchanged)
        {
            return true;
        }

        var room = PolicyRoom.Inline(need.Identity.Kind);
        foreach (var other in ground.Inline.Where(other => Ground(other).IsUnchanged))
        {
            room -= other.Policy.Policy.Json.Count(letter => !char.IsWhiteSpace(letter));
        }

        foreach (var other in ground.Inline.Where(other => !Ground(other).IsUnchanged))
        {
            var length = Documents(other, Ground(other), isMonitored: false, int.MaxValue).Sum(document => document.Length);
            if (ReferenceEquals(other, need))
            {
                return length <= room;
            }

            room -= length <= room ? length : 0;
        }

        return false;
    }
}
