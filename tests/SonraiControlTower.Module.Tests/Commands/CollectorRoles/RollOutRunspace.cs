using System.Net;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.CollectorRoles;

/// <summary>A sandbox with what every roll-out names: the collector's account and its external id.</summary>
internal static class RollOutRunspace
{
    public const string ExternalId = "b6f7c1de-0a51-4c0e-9b56-6a3f1f0c2d11";

    /// <summary>Never enrolled in Control Tower: it lacks the role that a self-managed stack set works with.</summary>
    public const string Unenrolled = "222255558888";

    public const string Install = "Install-SonraiCollectorRole -CollectorAccount 222233334444 -ExternalId $externalId";
    public const string Test = "Test-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId";
    public const string Sync = "Sync-SonraiAccount -CollectorAccount 222233334444 -ExternalId $externalId";

    public static ModuleRunspace Open()
    {
        var sandbox = ModuleRunspace.InSandbox();
        sandbox.Runspace.SessionStateProxy.SetVariable("externalId", new NetworkCredential(null, ExternalId).SecurePassword);
        return sandbox;
    }

    /// <summary>How many accounts a self-managed stack set can get to.</summary>
    public static int CountReachable(this ModuleRunspace sandbox) => sandbox.Run("Get-OrgAccount -Status ACTIVE").Output.Count - 1;

    public static int CountOf(this Outcome run, string status) => run.Strings("Status").Count(one => one == status);
}
