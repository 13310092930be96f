namespace SonraiControlTower.Sandbox;

/// <summary>
/// How long work takes. Accounts differ, as they do at AWS, and each takes the same time whenever it is asked: from one and a half to two and a
/// half seconds, at the landing zone's speed.
/// </summary>
internal static class Pace
{
    private const int Shortest = 1_500;
    private const int Spread = 1_000;

    /// <summary>How long an operation is QUEUED if nothing is in its way.</summary>
    public static TimeSpan Queued(LandingZone zone) => TimeSpan.FromSeconds(0.5) / zone.OperationSpeed;

    public static TimeSpan Of(LandingZone zone, InstanceKey place) =>
        TimeSpan.FromMilliseconds(Shortest + StableId.Below(Spread, place.Account.ToString(), place.Region)) / zone.OperationSpeed;
}
