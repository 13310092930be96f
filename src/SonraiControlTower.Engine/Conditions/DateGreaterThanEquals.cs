namespace SonraiControlTower.Engine;

/// <summary>The request's time is later, or the same.</summary>
internal sealed class DateGreaterThanEquals : DateOperator
{
    public override string Name => "DateGreaterThanEquals";

    protected override bool Holds(int order) => order >= 0;
}
