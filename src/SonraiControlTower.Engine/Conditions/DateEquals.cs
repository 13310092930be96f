namespace SonraiControlTower.Engine;

/// <summary>The same moment.</summary>
internal sealed class DateEquals : DateOperator
{
    public override string Name => "DateEquals";

    protected override bool Holds(int order) => order == 0;
}
