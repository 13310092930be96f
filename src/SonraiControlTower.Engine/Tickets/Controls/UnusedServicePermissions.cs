namespace SonraiControlTower.Engine;

/// <summary>Somebody who may do everything with a service and needs less than half of it. Roles that nobody uses have a control policy of their own.</summary>
internal sealed class UnusedServicePermissions : IControl
{
    private const int Base = 50;
    private const int More = 5;
    private const int Most = 30;

    public string Title => "AWS Service Admins: Unused Service Permissions";

    public int? Judge(Examined one)
    {
        if (one.Identity.Kind == IamKind.Group || one.IsAdministrator || one.IsUnusedRole)
        {
            return null;
        }

        var services = one.Unneeded.IsEmpty ? 0 : one.Ground.Services.Count(service => IsOverfull(service, one.Unlimited, one.Unneeded));
        return services == 0 ? null : Base + Math.Min(services * More, Most);
    }

    private static bool IsOverfull(ActionSet service, ActionSet unlimited, ActionSet unneeded)
    {
        if (!service.IsWithin(unlimited))
        {
            return false;
        }

        var idle = service.Copy();
        idle.IntersectWith(unneeded);
        return idle.Count * 2 > service.Count;
    }
}
