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
    private readonly RehearsedPlaces _places;
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
        _places = new RehearsedPlaces(_before, _after);
        _lost = new Lazy<ActionSet>(() =>
        {
            var lost = Possible(before, guardrails, known);
            lost.ExceptWith(Possible(after, guardrails, known));
            return lost;
        });
    }

    /// <summary>
    /// Where an action was used and could not be any more. What was seen on a pattern of resources must stay allowed wherever in the pattern it is
    /// allowed now; where no record tells on what, that is wherever it is allowed at all. A resource that nothing allows now is not what IAM asked about,
    /// or the policies have changed since: of it no more can be said than that the action must stay allowed somewhere.
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
            var (isAllowedNow, place, worse) = Try(request);
            if (worse is { } decision)
            {
                // Without a record there is no resource to name: where it goes missing is part of the reason.
                yield return resource is Anything
                    ? new RehearsedDenial(name, resource, use.LastUsedAt, place is Anything ? Why(decision) : $"{Why(decision)}, on {place}")
                    : new RehearsedDenial(name, place, use.LastUsedAt, Why(decision));
            }
            else if (!isAllowedNow && _lost.Value[action])
            {
                yield return new RehearsedDenial(name, resource, use.LastUsedAt, "no policy allows it on any resource");
            }
        }
    }

    /// <summary>The first place that is lost, and whether any was there to be lost.</summary>
    private (bool IsAllowedNow, string Place, Decision? Worse) Try(AccessRequest request)
    {
        var isAllowedNow = false;
        foreach (var place in _places.Of(request))
        {
            foreach (var text in place.Specimens())
            {
                var now = request with { Resource = text };
                var before = Evaluator.Decide(now, _before);
                if (before.Outcome is PermissionDecision.Allowed or PermissionDecision.Conditional)
                {
                    isAllowedNow = true;
                    if (Evaluator.Decide(now, _after) is var after && IsWorse(before, after))
                    {
                        return (true, place.ToString(), after);
                    }
                }
            }
        }

        return (isAllowedNow, request.Resource, null);
    }

    private static bool IsWorse(Decision before, Decision after) =>
        !after.IsAllowed && (before.IsAllowed || after.Outcome is not PermissionDecision.Conditional);

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
