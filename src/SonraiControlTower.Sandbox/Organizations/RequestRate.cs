namespace SonraiControlTower.Sandbox;

/// <summary>How often one operation may be called.</summary>
/// <param name="Burst">How many calls may come at once.</param>
/// <param name="PerSecond">How many calls a second are granted anew.</param>
public sealed record RequestRate(int Burst, double PerSecond)
{
    /// <summary>
    /// AWS grants a few calls a second and changes the numbers without notice. This is so much more that looking around in the sample
    /// estate never waits, and so little that reading thousands of accounts unwisely does.
    /// </summary>
    public static RequestRate Usual { get; } = new(Burst: 500, PerSecond: 100);
}
