namespace SonraiControlTower.Engine;

/// <summary>The same with wildcards, case included.</summary>
internal sealed class StringLike : ConditionOperator
{
    public override string Name => "StringLike";

    public override bool HasWildcards => true;

    public override bool HasVariables => true;

    public override Predicate<string> Matching(string value)
    {
        var glob = Glob.FromMarked(value);
        return found => glob.Matches(found);
    }
}
