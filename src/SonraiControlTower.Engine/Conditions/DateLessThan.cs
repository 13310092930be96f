namespace SonraiControlTower.Engine;

/// <summary>The request's time is earlier.</summary>
internal sealed class DateLessThan : DateOperator
{
    public override string Name => "DateLessThan";

    protected override bool Holds(int order) => order < 0;
}
