namespace SonraiControlTower.Engine;

/// <summary>The same but for case.</summary>
internal sealed class StringEqualsIgnoreCase : ConditionOperator
{
    public override string Name => "StringEqualsIgnoreCase";

    public override bool HasVariables => true;

    public override Predicate<string> Matching(string value) => found => string.Equals(found, value, StringComparison.OrdinalIgnoreCase);
}
