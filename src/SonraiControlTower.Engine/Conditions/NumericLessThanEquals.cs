namespace SonraiControlTower.Engine;

/// <summary>The request's number is smaller, or the same.</summary>
internal sealed class NumericLessThanEquals : NumericOperator
{
    public override string Name => "NumericLessThanEquals";

    protected override bool Holds(int order) => order <= 0;
}
