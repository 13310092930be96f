namespace SonraiControlTower;

/// <summary>Rewrites who may assume a role.</summary>
internal sealed class UpdateTrustBot : IRemediationBot
{
    /// <summary>What the evidence of a trust policy is called; it is IAM's own name for it.</summary>
    public const string PolicyName = "AssumeRolePolicyDocument";

    public Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var evidence = ground.Evidence.FirstOrDefault(one => one.PolicyName == PolicyName);
        if (ground.Live.Role is not { } role || (ground.TrustPolicy ?? evidence?.RecommendedPolicy) is not { } target)
        {
            throw new SonraiException(RemediationProblems.NoTrust(ground.Live.Arn));
        }

        var now = role.TrustPolicy.Json;
        if (ground.TrustPolicy is null && evidence!.OriginalPolicy is { } known && !PolicyJson.Same(known, now))
        {
            throw new SonraiException(RemediationProblems.EvidenceOutdated(ground.Live.Arn, PolicyName));
        }

        return Task.FromResult(PolicyJson.Same(target, now)
            ? new RemediationDraft([new(PolicyName, null, now, [now], RecommendationAdvice.Keep)], [], [])
            : new RemediationDraft(
                [new(PolicyName, null, now, [target], RecommendationAdvice.Replace)],
                [new UpdateTrust(role.Arn, target, now)],
                ["Who may assume a role is not rehearsed: look at the policy before you agree to it."]));
    }
}
