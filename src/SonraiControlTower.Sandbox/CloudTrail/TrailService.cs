namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: CloudTrail. An organization trail is seen from every account of the organization.</summary>
internal sealed class TrailService(LandingZone zone)
{
    private readonly List<(Trail Trail, TrailStatus Status)> _trails = [];

    public void Add(Trail trail, TrailStatus status) => _trails.Add((trail, status));

    public IReadOnlyList<Trail> Describe(Caller caller, string region)
    {
        zone.Authorizer.Demand(caller, "cloudtrail:DescribeTrails", "*");
        zone.Furnish();
        return [.. _trails.Select(one => one.Trail).Where(trail => IsSeen(trail, caller) && (trail.IsMultiRegionTrail || trail.HomeRegion == region))];
    }

    public TrailStatus? Status(Caller caller, string arn)
    {
        zone.Authorizer.Demand(caller, "cloudtrail:GetTrailStatus", arn);
        zone.Furnish();
        return _trails.Find(one => one.Trail.Arn == arn && IsSeen(one.Trail, caller)).Status;
    }

    private bool IsSeen(Trail trail, Caller caller) =>
        trail.Arn.Split(':')[4] == caller.Account.ToString() || (trail.IsOrganizationTrail && zone.Has(caller.Account));
}
