namespace SonraiControlTower;

/// <summary>Takes all policies from an identity that needs none of them.</summary>
/// <param name="withInline">Whether the embedded ones go, too.</param>
internal sealed class DetachPoliciesBot(bool withInline) : IRemediationBot
{
    public Task<RemediationDraft> PlanAsync(RemediationGround ground, CancellationToken cancellationToken)
    {
        var assignment = new PolicyAssignment(ground);
        foreach (var policy in ground.Live.Collection.Policies.Where(policy => withInline || policy.Arn is not null))
        {
            assignment.Remove(policy);
        }

        return Task.FromResult(assignment.Draft());
    }
}
