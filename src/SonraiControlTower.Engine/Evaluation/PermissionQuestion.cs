namespace SonraiControlTower.Engine;

/// <summary>A query, read once for all its principals.</summary>
internal sealed class PermissionQuestion
{
    private readonly EffectivePermissionQuery _query;
    private readonly ActionCatalog _catalog;
    private readonly RequestContext _context;
    private readonly HeldPolicy[]? _session;
    private readonly HeldPolicy? _resourcePolicy;
    private readonly ActionSet _selected;
    private readonly ActionSet _named;
    private readonly List<string> _unlisted = [];
    private readonly Dictionary<string, Policy> _trusts;

    private PermissionQuestion(EffectivePermissionQuery query, Estate estate, ActionCatalog catalog)
    {
        (_query, Estate, _catalog) = (query, estate, catalog);
        _context = query.Context.Count == 0 ? RequestContext.Unknown : RequestContext.Of(query.Context, isComplete: false);
        _session = query.SessionPolicy is { } session ? [Given("the session policy", session, isOfResource: false)] : null;
        _resourcePolicy = query.ResourcePolicy is { } policy ? Given("the resource policy", policy, isOfResource: true) : null;
        (_selected, _named) = (new ActionSet(catalog.Count), new ActionSet(catalog.Count));
        Select();
        _trusts = query.Resource is null ? [] : estate.Principals.Where(one => one.Trust is not null && one.Arn == query.Resource)
            .ToDictionary(one => one.Arn, one => one.Trust!, StringComparer.Ordinal);
    }

    public Estate Estate { get; }

    /// <exception cref="SonraiException"><c>PolicyMalformed</c>, <c>ResourceMissing</c>.</exception>
    public static PermissionQuestion Of(EffectivePermissionQuery query, Estate estate, ActionCatalog catalog) =>
        query is { ResourcePolicy: not null, Resource: null }
            ? throw new SonraiException(IdentityProblems.ResourceMissing())
            : new PermissionQuestion(query, estate, catalog);

    /// <summary>Each action, on whatever resource.</summary>
    public IEnumerable<SonraiEffectivePermission> Everywhere(Principal principal)
    {
        var caller = Caller.Of(principal, Estate.Organization);
        var policies = PoliciesOf(principal, null);
        var layers = new CallerLayers(caller, policies, _catalog, _context);
        var effective = EffectiveActions.Of(layers, _catalog);
        var shown = effective.Allowed.Copy();
        shown.UnionWith(effective.Conditional);
        shown.UnionWith(_query.IncludeDenied ? _catalog.All : _named);
        shown.IntersectWith(_selected);
        var free = ServiceRules.FreeOf(caller, _catalog);
        var answers = new Dictionary<int, BlockAnswer>();
        foreach (var block in ActionBlocks.Of(shown, layers.StatementsAbout(shown), layers).All)
        {
            var answer = BlockAnswer.Of(block, layers);
            foreach (var action in block.Actions)
            {
                answers.Add(action, answer);
            }
        }

        foreach (var action in shown.Actions())
        {
            var answer = free[action] ? BlockAnswer.OfFree(_catalog[action].Name) : answers[action];
            yield return Of(principal, _catalog[action].Name, _catalog[action]) with
            {
                Decision = answer.Decision,
                DecidingLayer = answer.Layer,
                DecidingPolicy = answer.DecidedBy is { } by ? by.Policy.Arn ?? by.Policy.Name : null,
                DecidingStatement = answer.DecidedBy?.Source.DisplayName,
                Resources = answer.Resources,
                ConditionKeys = answer.Keys,
                Reasons = answer.Reasons,
            };
        }

        foreach (var action in _unlisted)
        {
            yield return On(principal, caller, policies, "*", action, null) with { Resource = null };
        }
    }

    /// <summary>Each action, on one resource.</summary>
    public IEnumerable<SonraiEffectivePermission> On(Principal principal, string resource)
    {
        var caller = Caller.Of(principal, Estate.Organization);
        var policies = PoliciesOf(principal, resource);
        var withTrust = _trusts.TryGetValue(resource, out var trust) && _resourcePolicy is null
            ? PoliciesOf(principal, resource, new HeldPolicy("trust policy", null, resource, trust)) : policies;
        foreach (var action in _selected.Actions())
        {
            var of = _catalog[action];
            var answer = On(
                principal, caller, of.Service is "sts" ? withTrust : policies, resource, of.Name, of);
            var isGranted = answer.Decision is PermissionDecision.Allowed or PermissionDecision.Conditional && answer.DecidingLayer is not PolicyLayer.None;
            if (isGranted || _named[action] || _query.IncludeDenied)
            {
                yield return answer;
            }
        }

        foreach (var action in _unlisted)
        {
            yield return On(principal, caller, policies, resource, action, null);
        }
    }

    private SonraiEffectivePermission On(
        Principal principal, Caller caller, PolicySet policies, string resource, string action, CatalogAction? listed)
    {
        var request = new AccessRequest
        {
            Caller = caller,
            Action = action,
            Resource = resource,
            ResourceAccount = _query.ResourceAccount,
            Context = _context,
        };
        var decision = Evaluator.Decide(request, policies);
        return Of(principal, action, listed) with
        {
            Resource = resource,
            Decision = decision.Outcome,
            DecidingLayer = decision.Layer,
            DecidingPolicy = decision.Policy?.Arn ?? decision.Policy?.Name,
            DecidingStatement = decision.StatementName,
            ConditionKeys = decision.Outcome is PermissionDecision.Conditional ? UnknownKeys.Of(request, policies) : [],
            Reasons = Explanation.Of(request, policies),
        };
    }

    private PolicySet PoliciesOf(Principal principal, string? resource, HeldPolicy? trust = null)
    {
        var guardrails = Estate.GuardrailsOf(principal.Account);
        var own = PolicySet.Of(principal, guardrails);
        var owner = _query.ResourceAccount ?? (resource is null ? null : AccessRequest.AccountOf(resource)) ?? principal.Account;
        return new PolicySet
        {
            Identity = own.Identity,
            Boundary = own.Boundary,
            Session = _session,
            Resource = _resourcePolicy ?? trust,
            ServiceControl = guardrails.ServiceControl,
            ResourceControl = Estate.GuardrailsOf(owner).ResourceControl,
        };
    }

    private void Select()
    {
        if (_query.Actions.Count == 0)
        {
            _selected.UnionWith(_catalog.All);
        }

        foreach (var pattern in _query.Actions)
        {
            var isExact = !pattern.AsSpan().ContainsAny('*', '?');
            var matching = _catalog.Matching(pattern);
            _selected.UnionWith(matching);
            if (isExact)
            {
                _named.UnionWith(matching);
            }

            if (isExact && matching.IsEmpty)
            {
                _unlisted.Add(pattern);
            }
        }

        foreach (var action in _query.OnlySensitive ? _selected.Copy().Actions() : [])
        {
            if (_catalog[action].Sensitivity is Sensitivities.None)
            {
                _selected.Remove(action);
            }
        }
    }

    private static SonraiEffectivePermission Of(Principal principal, string action, CatalogAction? listed) => new()
    {
        PrincipalArn = principal.Arn,
        Action = action,
        Decision = PermissionDecision.ImplicitlyDenied,
        DecidingLayer = PolicyLayer.IdentityPolicy,
        AccessLevels = listed is null ? [] : PermissionWords.Of(listed.Levels),
        Sensitivity = listed is null ? [] : PermissionWords.Of(listed.Sensitivity),
    };

    /// <summary>Only a policy of a resource says whom it is about, and each of its statements must.</summary>
    private static HeldPolicy Given(string name, PolicyDocument document, bool isOfResource)
    {
        Policy policy;
        try
        {
            policy = Policy.Parse(document.Json);
        }
        catch (FormatException wrong)
        {
            throw new SonraiException(IdentityProblems.GivenPolicyMalformed(name, wrong.Message), wrong);
        }

        return policy.Statements.FirstOrDefault(statement => statement.Principals is null == isOfResource) is { } other
            ? throw new SonraiException(IdentityProblems.GivenPolicyMalformed(
                name, $"Statement {other.Index + 1} has {(isOfResource ? "no Principal, which a policy of a resource needs" : "a Principal, which a session policy cannot have")}."))
            : new HeldPolicy(name, null, name, policy);
    }
}
