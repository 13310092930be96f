namespace SonraiControlTower.Engine;

/// <summary>Exactly the same, case included.</summary>
internal sealed class StringEquals : ConditionOperator
{
    public override string Name => "StringEquals";

    public override bool HasVariables => true;

    public override Predicate<string> Matching(string value) => found => string.Equals(found, value, StringComparison.Ordinal);
}
