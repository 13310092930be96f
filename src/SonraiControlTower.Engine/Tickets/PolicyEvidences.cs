namespace SonraiControlTower.Engine;

/// <summary>Makes a recommendation into the evidence of a ticket, as Dig tells it: one document of each kind, as Dig has no limit of size.</summary>
internal static class PolicyEvidences
{
    private const string Attach = "attach";
    private const string Detach = "detach";

    public static PolicyEvidence Of(SonraiPolicyRecommendation recommendation)
    {
        var monitored = PolicyDocument.Join(recommendation.MonitoredPolicies);
        return new PolicyEvidence
        {
            PolicyName = recommendation.PolicyName,
            PolicySrn = $"srn:aws:iam::{recommendation.IdentityArn.Split(':')[4]}/Policy/{(recommendation.PolicyArn is null ? "InlinePolicy" : "ManagedPolicy")}/{recommendation.PolicyName}",
            PolicyArn = recommendation.PolicyArn,
            IdentityArn = recommendation.IdentityArn,
            OriginalPolicy = recommendation.OriginalPolicy,
            RecommendedPolicy = PolicyDocument.Join(recommendation.RecommendedPolicies),
            MonitoredPolicy = monitored,
            MonitoredType = monitored is null ? Detach : Attach,
            MonitoredMessage = Message(recommendation, monitored),
            Advice = recommendation.Advice,
            Actions = recommendation.Actions,
            UnusedSensitiveActions = [.. recommendation.Actions.Where(action => !action.IsKept && action.Sensitivity.Count > 0).Select(action => action.Action)],
        };
    }

    private static string Message(SonraiPolicyRecommendation recommendation, string? monitored) => recommendation switch
    {
        { LogsFrom: null } => "There are no logs of this account yet.",
        { Advice: RecommendationAdvice.Wait } => FormattableString.Invariant(
            $"The identity or the logs, from {recommendation.LogsFrom:yyyy-MM-dd} to {recommendation.LogsTo:yyyy-MM-dd}, are too young to tell."),
        _ => FormattableString.Invariant(
            $"{(monitored is null ? "Nothing of it was used" : "The actions that were used")} from {recommendation.LogsFrom:yyyy-MM-dd} to {recommendation.LogsTo:yyyy-MM-dd}."),
    };
}
