namespace SonraiControlTower.Engine;

/// <summary>One line of a Condition, made ready once: its values are read, its operator is found.</summary>
internal sealed class CompiledCondition
{
    private readonly NamedOperator _operator;
    private readonly Test[] _tests;

    public CompiledCondition(Condition condition, bool hasVariables)
    {
        Source = condition;
        _operator = ConditionOperators.Find(condition.Operator) ?? throw new FormatException($"There is no condition operator {condition.Operator}.");
        _tests = [.. condition.Values.Select(value => Compile(value, hasVariables))];
    }

    public Condition Source { get; }

    /// <summary>Whether it holds.</summary>
    /// <param name="request">The request.</param>
    /// <param name="unknown">Is told of the keys that the answer needs and nobody knows; null where nobody asks.</param>
    public Truth Holds(in AccessRequest request, ICollection<string>? unknown)
    {
        var known = request.Find(Source.Key, out var values);
        if (known is Truth.Unknown)
        {
            unknown?.Add(Source.Key);
            return Truth.Unknown;
        }

        if (_operator.Operator is NullOperator)
        {
            return Any(IsNull(values) ? NullOperator.Absent : NullOperator.Present, request, unknown);
        }

        if (known is Truth.False || values.Count == 0)
        {
            return Truths.Of(_operator.IfExists || _operator.Set is SetPrefix.ForAllValues
                || (_operator.Operator.IsNegated && _operator.Set is not SetPrefix.ForAnyValue));
        }

        return _operator.Set switch
        {
            SetPrefix.ForAllValues => IsNull(values) ? Truth.True : All(values, request, unknown),
            SetPrefix.ForAnyValue => Some(values, request, unknown),

            // Several values for an operator without prefix: AWS does not promise anything; one that matches counts, as it does for one value.
            _ when _operator.Operator.IsNegated => All(values, request, unknown),
            _ => Some(values, request, unknown),
        };
    }

    /// <summary>Empty strings are nothing to Null and ForAllValues.</summary>
    private static bool IsNull(IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private Truth All(IReadOnlyList<string> values, in AccessRequest request, ICollection<string>? unknown)
    {
        var answer = Truth.True;
        for (var i = 0; i < values.Count && answer is not Truth.False; i++)
        {
            answer = answer.And(One(values[i], request, unknown));
        }

        return answer;
    }

    private Truth Some(IReadOnlyList<string> values, in AccessRequest request, ICollection<string>? unknown)
    {
        var answer = Truth.False;
        for (var i = 0; i < values.Count && answer is not Truth.True; i++)
        {
            answer = answer.Or(One(values[i], request, unknown));
        }

        return answer;
    }

    /// <summary>One value of the request: an operator holds where a value of the policy matches, a negated one where none does.</summary>
    private Truth One(string value, in AccessRequest request, ICollection<string>? unknown)
    {
        var any = Any(value, request, unknown);
        return _operator.Operator.IsNegated ? any.Not() : any;
    }

    private Truth Any(string value, in AccessRequest request, ICollection<string>? unknown)
    {
        var answer = Truth.False;
        foreach (var test in _tests)
        {
            answer = answer.Or(test.Matches?.Invoke(value) is { } matches ? Truths.Of(matches) : Resolved(test.Template!, value, request, unknown));
            if (answer is Truth.True)
            {
                break;
            }
        }

        return answer;
    }

    private Truth Resolved(Template template, string value, in AccessRequest request, ICollection<string>? unknown)
    {
        switch (template.Resolve(request, out var text))
        {
            case Truth.True:
                return Truths.Of(_operator.Operator.Matching(text)(value));
            case Truth.Unknown:
                if (unknown is not null)
                {
                    template.TellUnknown(request, unknown);
                }

                return Truth.Unknown;
            default:
                return Truth.False;
        }
    }

    private Test Compile(string value, bool hasVariables)
    {
        var template = Template.Parse(value, hasVariables && _operator.Operator.HasVariables, _operator.Operator.HasWildcards, out var constant);
        return template is null ? new Test(_operator.Operator.Matching(constant), null) : new Test(null, template);
    }

    /// <summary>A value: the test, or the template that makes one.</summary>
    private readonly record struct Test(Predicate<string>? Matches, Template? Template);
}
