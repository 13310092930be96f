namespace SonraiControlTower.Engine;

/// <summary>The request's number is greater.</summary>
internal sealed class NumericGreaterThan : NumericOperator
{
    public override string Name => "NumericGreaterThan";

    protected override bool Holds(int order) => order > 0;
}
