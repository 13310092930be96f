namespace SonraiControlTower.Engine;

/// <summary>The operator that holds where another does not, such as <c>StringNotEquals</c>.</summary>
internal sealed class NegatedOperator(string name, ConditionOperator inner) : ConditionOperator
{
    public override string Name => name;

    public override bool IsNegated => true;

    public override bool HasWildcards => inner.HasWildcards;

    public override bool HasVariables => inner.HasVariables;

    public override Predicate<string> Matching(string value) => inner.Matching(value);
}
