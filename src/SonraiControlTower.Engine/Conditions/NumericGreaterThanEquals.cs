namespace SonraiControlTower.Engine;

/// <summary>The request's number is greater, or the same.</summary>
internal sealed class NumericGreaterThanEquals : NumericOperator
{
    public override string Name => "NumericGreaterThanEquals";

    protected override bool Holds(int order) => order >= 0;
}
