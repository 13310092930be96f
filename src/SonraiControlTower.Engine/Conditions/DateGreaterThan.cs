namespace SonraiControlTower.Engine;

/// <summary>The request's time is later.</summary>
internal sealed class DateGreaterThan : DateOperator
{
    public override string Name => "DateGreaterThan";

    protected override bool Holds(int order) => order > 0;
}
