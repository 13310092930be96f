namespace SonraiControlTower.Engine;

/// <summary>One principal, with the policies that it has and with those that it is to have.</summary>
internal sealed class RehearsalStage
{
    private const string Anything = "*";

    private readonly ActionCatalog _catalog;
    private readonly Caller _caller;
    private readonly AccountId _account;
    private readonly PolicySet _before;
    private readonly PolicySet _after;
    private readonly Lazy<ActionSet> _lost;

    /// <param name="known">What is known.</param>
    /// <param name="principal">Who.</param>
    /// <param name="before">It as it is.</param>
    /// <param name="after">It as it is to be.</param>
    public RehearsalStage(Knowledge known, Principal principal, Principal before, Principal after)
    {
        _catalog = known.Catalog;
        _account = principal.Account;
        _caller = Caller.Of(principal, known.Estate.Organization);
        var guardrails = known.Estate.GuardrailsOf(principal.Account);
        (_before, _after) = (PolicySet.Of(before, guardrails), PolicySet.Of(after, guardrails));
        _lost = new Lazy<ActionSet>(() =>
        {
            var lost = Possible(before, guardrails, known);
            lost.ExceptWith(Possible(after, guardrails, known));
            return lost;
        });
    }

    /// <summary>
    /// Where an action was used and could not be any more. Resources are patterns that cover all that was seen: a pattern is allowed where a policy's
    /// pattern covers it. Where no record tells on what, the action must stay allowed wherever it was allowed everywhere, and somewhere where it was.
    /// </summary>
    public IEnumerable<RehearsedDenial> Denied(int action, ActionUse use)
    {
        var name = _catalog[action].Name;
        foreach (var resource in use.Resources.Count > 0 ? use.Resources : [Anything])
        {
            var request = new AccessRequest
            {
                Caller = _caller,
                Action = name,
                Resource = resource,
                ResourceAccount = _account,
                Context = RequestContext.Unknown,
            };
            var after = Evaluator.Decide(request, _after);
            if (!after.IsAllowed && IsWorse(Evaluator.Decide(request, _before), after))
            {
                yield return new RehearsedDenial(name, resource, use.LastUsedAt, Why(after));
            }
            else if (use.Resources.Count == 0 && !after.IsAllowed && _lost.Value[action])
            {
                yield return new RehearsedDenial(name, resource, use.LastUsedAt, "no policy allows it on any resource");
            }
        }
    }

    private static bool IsWorse(Decision before, Decision after) =>
        before.IsAllowed || (before.Outcome is PermissionDecision.Conditional && after.Outcome is not PermissionDecision.Conditional);

    private static ActionSet Possible(Principal principal, Guardrails guardrails, Knowledge known)
    {
        var effective = EffectiveActions.Of(principal, guardrails, known.Catalog, known.Estate.Organization);
        var possible = effective.Allowed.Copy();
        possible.UnionWith(effective.Conditional);
        return possible;
    }

    private static string Why(Decision decision) => decision switch
    {
        { Policy: { } policy, StatementName: { } statement } => $"{decision.Outcome} by {decision.Layer}, {policy.Name} {statement}",
        _ => $"{decision.Outcome} by {decision.Layer}",
    };
}
