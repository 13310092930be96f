using System.Net;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

/// <summary>A sandbox with what every integration is set up with, and what breaks one.</summary>
internal static class IntegrationRunspace
{
    public const string ExternalId = "4b1f3f52-6c6e-4f0d-9a4e-0c6d5d0f7a31";

    /// <summary>Never enrolled in Control Tower: it lacks the role that a self-managed stack set works with.</summary>
    public const string Unenrolled = "222255558888";

    public const string Install = "Install-SonraiIntegration -ExternalId $externalId";

    /// <summary>AWS Organizations' own rights get to every account, enrolled or not.</summary>
    public const string InstallEverywhere = $"{Install} -PermissionModel ServiceManaged";

    public static ModuleRunspace Open()
    {
        var sandbox = ModuleRunspace.InSandbox();
        sandbox.Runspace.SessionStateProxy.SetVariable("externalId", new NetworkCredential(null, ExternalId).SecurePassword);
        return sandbox;
    }

    public static ModuleRunspace Installed(string install = Install)
    {
        var sandbox = Open();
        sandbox.Run(install).Errors.ShouldBeEmpty();
        return sandbox;
    }

    /// <summary>What Test-SonraiIntegration says of one thing.</summary>
    public static (string Status, string Evidence, string? Remedy) Look(this ModuleRunspace sandbox, string check)
    {
        var row = sandbox.Run("Test-SonraiIntegration | Where-Object Check -EQ $check", ("check", check)).Output.ShouldHaveSingleItem();
        return ((string)row.Properties["Status"].Value, (string)row.Properties["Evidence"].Value, (string?)row.Properties["Remedy"].Value);
    }

    public static IEnumerable<PSObject> OfType(this Outcome run, string type) => run.Output.Where(item => item.BaseObject.GetType().Name == type);

    public static T Only<T>(this Outcome run, string property) => run.Values(property).ShouldHaveSingleItem().ShouldBeOfType<T>();
}
