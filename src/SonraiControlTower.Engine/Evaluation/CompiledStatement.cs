namespace SonraiControlTower.Engine;

/// <summary>A statement made ready to be evaluated: patterns and values are read once for all requests.</summary>
internal sealed class CompiledStatement
{
    private readonly PrincipalMatcher? _principals;
    private readonly CompiledCondition[] _conditions;

    public CompiledStatement(Statement statement, bool hasVariables)
    {
        Source = statement;
        _principals = statement.Principals is null ? null : new PrincipalMatcher(statement.Principals);
        Resources = statement.Resources is null ? null : new ResourceMatcher(statement.Resources, statement.IsNotResource, hasVariables);
        _conditions = [.. statement.Conditions.Select(condition => new CompiledCondition(condition, hasVariables))];
    }

    public Statement Source { get; }

    /// <summary>Made when a single request first asks; whole catalogues are matched another way.</summary>
    private ActionMatcher Actions => field ??= new ActionMatcher(Source);

    /// <summary>Null where the statement has none, and is about the resource that has the policy.</summary>
    public ResourceMatcher? Resources { get; }

    public IReadOnlyList<CompiledCondition> Conditions => _conditions;

    public bool MatchesAction(string action) => Actions.Matches(action);

    /// <summary>Whether a statement of a resource's policy is about this caller. Without a Principal, with which IAM would not have taken it, it is about nobody.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="isBounded">Whether the caller has a permissions boundary.</param>
    /// <param name="naming">How the statement names the caller.</param>
    public Truth MatchesPrincipal(Caller caller, bool isBounded, out Naming naming)
    {
        naming = Naming.No;
        return _principals?.Matches(caller, Source.IsAllow, isBounded, out naming) ?? Truth.False;
    }

    public Truth MatchesResource(in AccessRequest request, ICollection<string>? unknown) => Resources?.Matches(request, unknown) ?? Truth.True;

    /// <summary>Whether all its conditions hold.</summary>
    public Truth MeetsConditions(in AccessRequest request, ICollection<string>? unknown)
    {
        var answer = Truth.True;
        foreach (var condition in _conditions)
        {
            answer = answer.And(condition.Holds(request, unknown));
            if (answer is Truth.False)
            {
                break;
            }
        }

        return answer;
    }

    /// <summary>Whether the statement takes effect for the request, whoever makes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unknown">Is told of the keys that the answer needs and nobody knows; null where nobody asks.</param>
    public Truth Applies(in AccessRequest request, ICollection<string>? unknown = null)
    {
        if (!Actions.Matches(request.Action))
        {
            return Truth.False;
        }

        var onResource = MatchesResource(request, unknown);
        return onResource is Truth.False ? Truth.False : onResource.And(MeetsConditions(request, unknown));
    }
}
