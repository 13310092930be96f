namespace SonraiControlTower;

/// <summary>What it takes to do away with an identity, or with all that it has.</summary>
internal static class UnusedIdentity
{
    /// <summary>IAM's own word counts beside the logs.</summary>
    /// <exception cref="SonraiException"><c>IdentityInUse</c>.</exception>
    public static void Demand(RemediationGround ground, DateTimeOffset? lastUsedAt)
    {
        if (lastUsedAt is { } last && last >= ground.Now - new RecommendationQuery().Period)
        {
            throw new SonraiException(RemediationProblems.InUse(ground.Live.Arn, last));
        }
    }

    public static IEnumerable<IamChange> WithoutPolicies(LiveIdentity live) => live.Collection.Policies.Select(policy => policy.Arn is null
        ? (IamChange)new DeleteInlinePolicy(live.Arn, policy.Name, policy.Document)
        : new DetachPolicy(live.Arn, policy.Arn, policy.Document));

    public static RemediationDraft Draft(RemediationGround ground, IReadOnlyList<IamChange> changes) => new(
        [
            .. ground.Live.Collection.Policies.Where(policy => changes.Any(change => change is DetachPolicy detached && detached.PolicyArn == policy.Arn
                    || change is DeleteInlinePolicy deleted && policy.Arn is null && deleted.PolicyName == policy.Name))
                .Select(policy => new PolicyReplacement(policy.Name, policy.Arn, policy.Document, [], RecommendationAdvice.Detach)),
        ],
        changes,
        [.. changes.Select(change => change.Loss).OfType<string>().Select(Sentence)])
    {
        TakesAll = true,
    };

    public static string Sentence(string loss) => $"It cannot be taken back as a whole: {loss}.";
}

/// <summary>What a user signs in and signs requests with.</summary>
internal static class UserCredentials
{
    public static async Task<IReadOnlyList<IamChange>> DeletedAsync(
        RemediationGround ground, string userName, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        var changes = new List<IamChange>();
        foreach (var kind in kinds)
        {
            changes.AddRange((await ground.Site.CredentialsAsync(userName, kind, cancellationToken).ConfigureAwait(false)).Select(id => new DeleteCredential(userName, kind, id)));
        }

        return changes;
    }
}
