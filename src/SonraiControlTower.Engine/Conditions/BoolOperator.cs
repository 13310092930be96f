namespace SonraiControlTower.Engine;

/// <summary>True or false, in any case.</summary>
internal sealed class BoolOperator : ConditionOperator
{
    public override string Name => "Bool";

    public override Predicate<string> Matching(string value) =>
        bool.TryParse(value, out var wanted) ? found => bool.TryParse(found, out var given) && given == wanted : _ => false;
}
