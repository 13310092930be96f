namespace SonraiControlTower.Engine;

/// <summary>The request's time is earlier, or the same.</summary>
internal sealed class DateLessThanEquals : DateOperator
{
    public override string Name => "DateLessThanEquals";

    protected override bool Holds(int order) => order <= 0;
}
