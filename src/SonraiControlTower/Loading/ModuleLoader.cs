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
    private static readonly string[] _backRooms =
        ["SonraiControlTower.Engine", "SonraiControlTower.Dig", "SonraiControlTower.Aws", "SonraiControlTower.Sandbox"];

    private static readonly Assembly _groundFloor = typeof(ModuleLoader).Assembly;

    private static readonly Lazy<PrivateLoadContext> _cellar =
        new(() => new PrivateLoadContext(Path.Combine(Path.GetDirectoryName(_groundFloor.Location)!, "private")));

    private static int _hooked;

    /// <summary>Hooks once for the life of the process, however often and in however many runspaces the module is imported.</summary>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref _hooked, 1) == 0)
        {
            AssemblyLoadContext.GetLoadContext(_groundFloor)!.Resolving += ResolveBackRoom;
        }
    }

    /// <summary>Ends the session of this runspace, so that no token outlives the module that was given it.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => Sessions.Close();

    // INVARIANT: answers only for our own back rooms. Anything wider would lend our private packages to other modules.
    private static Assembly? ResolveBackRoom(AssemblyLoadContext context, AssemblyName name) =>
        _backRooms.Contains(name.Name, StringComparer.OrdinalIgnoreCase) ? _cellar.Value.TryLoadFile(name) : null;
}
