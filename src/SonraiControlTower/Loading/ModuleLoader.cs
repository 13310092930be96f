using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Loading;

/// <summary>
/// Runs when the module is imported and when it is removed. Import only hooks the stairs to the cellar; the first command that needs a back room
/// goes down them.
/// </summary>
public sealed class ModuleLoader : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string[] BackRooms =
        ["SonraiControlTower.Engine", "SonraiControlTower.Dig", "SonraiControlTower.Aws", "SonraiControlTower.Sandbox"];

    private static readonly Assembly GroundFloor = typeof(ModuleLoader).Assembly;

    private static readonly Lazy<PrivateLoadContext> Cellar =
        new(() => new PrivateLoadContext(Path.Combine(Path.GetDirectoryName(GroundFloor.Location)!, "private")));

    private static int _hooked;

    /// <summary>Hooks once for the life of the process, however often and in however many runspaces the module is imported.</summary>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref _hooked, 1) == 0)
        {
            AssemblyLoadContext.GetLoadContext(GroundFloor)!.Resolving += ResolveBackRoom;
        }
    }

    /// <summary>Ends the session of this runspace, so that no token outlives the module that was given it.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => Sessions.Close();

    // INVARIANT: answers only for our own back rooms. Anything wider would lend our private packages to other modules.
    private static Assembly? ResolveBackRoom(AssemblyLoadContext context, AssemblyName name) =>
        BackRooms.Contains(name.Name, StringComparer.OrdinalIgnoreCase) ? Cellar.Value.TryLoadFile(name) : null;
}
