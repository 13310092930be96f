namespace SonraiControlTower.Engine;

/// <summary>The same number.</summary>
internal sealed class NumericEquals : NumericOperator
{
    public override string Name => "NumericEquals";

    protected override bool Holds(int order) => order == 0;
}
