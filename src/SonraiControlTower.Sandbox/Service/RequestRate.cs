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

    /// <summary>
    /// STS grants far more: 600 a second in each account and region
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">STS request quotas</see>).
    /// </summary>
    public static RequestRate Sts { get; } = new(Burst: 600, PerSecond: 600);
}
