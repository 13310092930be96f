using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace SonraiControlTower.Loading;

/// <summary>
/// The cellar: every assembly of <c>bin/private</c> is loaded here and nowhere else, so that our AWSSDK.Core, Polly or SQLite can differ from
/// those of AWS.Tools, Az or Graph in the same session. What is not in the folder (the framework, PowerShell, our own Core) comes from the
/// default context.
/// </summary>
internal sealed class PrivateLoadContext(string folder) : AssemblyLoadContext("SonraiControlTower")
{
    protected override Assembly? Load(AssemblyName assemblyName) => TryLoadFile(assemblyName);

    /// <summary>The assembly if the folder has it. It loads by path: a load by name would come back here for a missing file, without end.</summary>
    public Assembly? TryLoadFile(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <summary>Native libraries lie per runtime, as NuGet lays them out: <c>runtimes/linux-x64/native/libe_sqlite3.so</c>.</summary>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var native = Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        string[] names = [unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll"];
        var found = names.Select(name => Path.Combine(native, name)).FirstOrDefault(File.Exists);
        return found is null ? base.LoadUnmanagedDll(unmanagedDllName) : LoadUnmanagedDllFromPath(found);
    }
}
