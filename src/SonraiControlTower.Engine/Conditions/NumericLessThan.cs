namespace SonraiControlTower.Engine;

/// <summary>The request's number is smaller.</summary>
internal sealed class NumericLessThan : NumericOperator
{
    public override string Name => "NumericLessThan";

    protected override bool Holds(int order) => order < 0;
}
