namespace SonraiControlTower;

/// <summary>
/// Gives an identity the policies that say no more than it needs: they are made and attached first, what they replace is taken away last. A managed
/// policy is never changed, since others may have it.
/// </summary>
/// <param name="isMonitored">Whether only what was seen in logs is to stay.</param>
/// <param name="inPlace">Whether a managed policy that nobody else has gets a new version instead of a copy.</param>
internal sealed class ApplyPolicyBot(bool isMonitored, bool inPlace = false) : IRemediationBot
{
    public async Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var assignment = new PolicyAssignment(ground);
        foreach (var evidence in ground.Evidence)
        {
            if (Find(ground.Live, evidence) is not { } held)
            {
                assignment.Remark($"{evidence.PolicyName} is left out: the identity has no such policy any more.");
                continue;
            }

            if (evidence.OriginalPolicy is { } known && !PolicyJson.Same(known, held.Document))
            {
                throw new SonraiException(RemediationProblems.EvidenceOutdated(ground.Live.Arn, evidence.PolicyName));
            }

            await PlanAsync(ground, assignment, evidence, held, cancellationToken).ConfigureAwait(false);
        }

        return assignment.Draft();
    }

    private async Task PlanAsync(
        RemediationGround ground, PolicyAssignment assignment, PolicyEvidence evidence, PolicyText held, CancellationToken cancellationToken)
    {
        var target = isMonitored ? evidence.MonitoredPolicy : evidence.RecommendedPolicy;
        var goes = isMonitored ? evidence.MonitoredType == "detach" : evidence is { RecommendedPolicy: null, Advice: RecommendationAdvice.Detach };
        if (evidence.Advice == RecommendationAdvice.Wait)
        {
            assignment.Leave(held, RecommendationAdvice.Wait, $"{held.Name} is left as it is: {evidence.MonitoredMessage ?? "it is too early to tell."}");
        }
        else if (goes && ground.Live.Boundary?.Policy.Arn != held.Arn)
        {
            assignment.Remove(held);
        }
        else if (target is null)
        {
            assignment.Leave(held, RecommendationAdvice.Wait, $"{held.Name} is left as it is: the ticket has no policy for its place.");
        }
        else if (PolicyJson.Same(target, held.Document))
        {
            assignment.Leave(held, RecommendationAdvice.Keep, null);
        }
        else if (ground.Live.Boundary?.Policy.Arn == held.Arn && held.Arn is not null)
        {
            assignment.Bound(held, target);
        }
        else if (held.Arn is null)
        {
            assignment.ReplaceInline(held, target);
        }
        else if (inPlace && await OthersAsync(ground, held.Arn, cancellationToken).ConfigureAwait(false) is var others && others is null
            && PolicyJson.Length(target) <= PolicyRoom.Managed)
        {
            await assignment.ReplaceVersionAsync(held, target, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            if (inPlace)
            {
                assignment.Remark($"{held.Name} itself is left as it is, and the identity gets a copy.");
            }

            assignment.ReplaceManaged(held, target);
        }
    }

    private static PolicyText? Find(LiveIdentity live, PolicyEvidence evidence) => evidence.PolicyArn is { } arn
        ? live.Attached.Append(live.Boundary).Where(policy => policy?.Policy.Arn == arn)
            .Select(policy => new PolicyText(policy!.Policy.Name, arn, policy.Document)).FirstOrDefault()
        : live.Inline.Where(policy => policy.Name == evidence.PolicyName)
            .Select(policy => new PolicyText(policy.Name, null, policy.Document.Json)).FirstOrDefault();

    /// <summary>Who has a managed policy besides, in words; null for nobody.</summary>
    private static async Task<string?> OthersAsync(RemediationGround ground, string arn, CancellationToken cancellationToken)
    {
        if (IamArn.IsOfAws(arn))
        {
            return "AWS";
        }

        var others = await ground.Site.Iam.Policies.ListHoldersAsync(arn, cancellationToken)
            .Where(holder => !RemediationSite.Is(holder, ground.Live.Arn)).Select(holder => $"{holder.Identity}").ToListAsync(cancellationToken).ConfigureAwait(false);
        return others.Count == 0 ? null : string.Join(", ", others);
    }
}
