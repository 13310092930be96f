using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>
/// The layers of policies over one user or role, with resources of its own account in mind: each must allow, but the first, which can only deny.
/// Policies of resources are not among them, as no import brings them.
/// </summary>
internal sealed class CallerLayers
{
    /// <summary>Resource control policies: no statement of theirs allows.</summary>
    public const int DenyOnly = 0;

    private static readonly ConditionalWeakTable<ActionCatalog, SharedSums> _shared = [];

    private readonly List<(string Name, IReadOnlyList<HeldPolicy> Policies)> _layers = [];
    private readonly ActionCatalog _catalog;
    private readonly AccessRequest _request;

    public CallerLayers(Caller caller, PolicySet policies, ActionCatalog catalog, RequestContext context)
    {
        _catalog = catalog;
        _request = new AccessRequest { Caller = caller, Action = "", Resource = "*", Context = context };
        var isTouched = !caller.IsServiceLinked;
        _layers.Add((PolicyLayer.ResourceControlPolicy, isTouched ? [.. policies.ResourceControl.SelectMany(level => level)] : []));
        if (isTouched)
        {
            _layers.AddRange(policies.ServiceControl.Select(level => (PolicyLayer.ServiceControlPolicy, level)));
        }

        _layers.Add((PolicyLayer.IdentityPolicy, policies.Identity));
        if (policies.Boundary is { } boundary)
        {
            _layers.Add((PolicyLayer.PermissionsBoundary, [boundary]));
        }

        if (policies.Session is { } session)
        {
            _layers.Add((PolicyLayer.SessionPolicy, session));
        }
    }

    public int Count => _layers.Count;

    public string NameOf(int layer) => _layers[layer].Name;

    /// <summary>The set that nothing is in. Shared: it is not to be changed.</summary>
    public ActionSet NoActions => _shared.GetValue(_catalog, static catalog => new SharedSums(new ActionSet(catalog.Count))).None;

    /// <summary>What a layer says, action by action. May be shared: it is not to be changed.</summary>
    /// <param name="layer">The number of the layer.</param>
    /// <param name="sets">Where its sets are taken from if it is not shared.</param>
    public Sums SumsOf(int layer, ActionSetPool sets)
    {
        var policies = _layers[layer].Policies;

        // What hangs over an account is the same for all its principals, unless it asks who they are.
        var shared = _shared.GetValue(_catalog, static catalog => new SharedSums(new ActionSet(catalog.Count)));
        var isShared = _layers[layer].Name is PolicyLayer.ServiceControlPolicy && IsTheSameForAll(policies);
        return isShared ? shared.Of(policies, () => Add(layer, policies, new Sums(_catalog.Count)))
            : layer == DenyOnly ? Add(layer, policies, new Sums(_catalog.Count, sets)).DenialsOf(RcpServices.ActionsOf(_catalog), sets)
            : Add(layer, policies, new Sums(_catalog.Count, sets));
    }

    private bool IsTheSameForAll(IReadOnlyList<HeldPolicy> policies)
    {
        if (!ReferenceEquals(_request.Context, RequestContext.Unknown))
        {
            return false;
        }

        foreach (var held in policies)
        {
            if (PolicyActions.Of(held, _catalog).Varying.Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private Sums Add(int layer, IReadOnlyList<HeldPolicy> policies, Sums sums)
    {
        foreach (var held in policies)
        {
            if (held.Arn is null)
            {
                AddOnce(sums, layer, held);
                continue;
            }

            var policy = PolicyActions.Of(held, _catalog);
            sums.Add(policy.Plain);
            if (ReferenceEquals(_request.Context, RequestContext.Unknown))
            {
                sums.Add(policy.Unasked);
            }
            else
            {
                Add(sums, layer, held, policy.Asking);
            }

            Add(sums, layer, held, policy.Varying);
        }

        return sums;
    }

    /// <summary>The statements of all layers that are about any of these actions.</summary>
    public List<LiveStatement> StatementsAbout(ActionSet actions)
    {
        var live = new List<LiveStatement>();
        for (var layer = 0; layer < _layers.Count; layer++)
        {
            foreach (var held in _layers[layer].Policies)
            {
                foreach (var statement in PolicyActions.Of(held, _catalog).Statements)
                {
                    if ((layer != DenyOnly || !statement.Statement.Source.IsAllow)
                        && statement.Actions.Overlaps(actions)
                        && LiveStatement.Of(layer, held, statement, _request) is { } one)
                    {
                        live.Add(one);
                    }
                }
            }
        }

        return live;
    }

    /// <summary>Adds what an inline policy says, which nobody else has.</summary>
    private void AddOnce(Sums sums, int layer, HeldPolicy held)
    {
        var isUnasked = ReferenceEquals(_request.Context, RequestContext.Unknown);
        foreach (var compiled in held.Policy.Compiled)
        {
            var statement = new StatementActions(compiled, _catalog, isKept: false);
            if (statement.Reach is Reach.None)
            {
                continue;
            }

            var hasConditions = compiled.Conditions.Count > 0;
            if (statement.Reach is Reach.Varying || (hasConditions && (!isUnasked || statement.AsksForCaller)))
            {
                LiveStatement.Of(layer, held, statement, _request)?.AddTo(sums);
            }
            else
            {
                sums.Add(statement, hasConditions ? Truth.Unknown : Truth.True, statement.Reach is Reach.All);
            }
        }
    }

    private void Add(Sums sums, int layer, HeldPolicy held, List<StatementActions> statements)
    {
        foreach (var statement in statements)
        {
            LiveStatement.Of(layer, held, statement, _request)?.AddTo(sums);
        }
    }

    /// <summary>Whether a statement is about an action, which for RCPs depends on the service, too.</summary>
    public bool IsAbout(LiveStatement statement, int action) =>
        statement.Layer != DenyOnly || RcpServices.ActionsOf(_catalog)[action];

    /// <summary>The keys that a statement's conditions ask for and nobody knows.</summary>
    public IEnumerable<string> UnknownKeysOf(LiveStatement statement)
    {
        var keys = new List<string>();
        foreach (var condition in statement.Actions.Statement.Conditions)
        {
            condition.Holds(_request, keys);
        }

        foreach (var template in statement.Loose.Count > 0 ? statement.Actions.Statement.Resources!.Templates : [])
        {
            template.TellUnknown(_request, keys);
        }

        return keys;
    }

    /// <summary>What is the same for many callers, as long as the policies live.</summary>
    private sealed class SharedSums(ActionSet none)
    {
        private readonly ConditionalWeakTable<IReadOnlyList<HeldPolicy>, Sums> _byLevel = [];

        public ActionSet None => none;

        public Sums Of(IReadOnlyList<HeldPolicy> level, Func<Sums> make) => _byLevel.GetValue(level, _ => make());
    }
}
