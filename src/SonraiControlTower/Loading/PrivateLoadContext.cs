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

    /// <summary>
    /// The assembly if the folder has it, compiled for this runtime where that is there too: <c>runtimes/linux-x64/lib/SonraiControlTower.Engine.dll</c>.
    /// It loads by path: a load by name would come back here for a missing file, without end.
    /// </summary>
    public Assembly? TryLoadFile(AssemblyName assemblyName)
    {
        var file = assemblyName.Name + ".dll";
        var found = Runtimes().Select(runtime => Path.Combine(folder, "runtimes", runtime, "lib", file)).Append(Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        return found is null ? null : LoadFromAssemblyPath(found);
    }

    /// <summary>Native libraries lie per runtime, as NuGet lays them out: <c>runtimes/linux-x64/native/libe_sqlite3.so</c>.</summary>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = [unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll"];
        var found = Runtimes()
            .SelectMany(runtime => names.Select(name => Path.Combine(folder, "runtimes", runtime, "native", name)))
            .FirstOrDefault(File.Exists);
        return found is null ? base.LoadUnmanagedDll(unmanagedDllName) : LoadUnmanagedDllFromPath(found);
    }

    /// <summary>
    /// What the host calls its runtime, and then the general name of the system: a .NET that a distribution has built names the distribution
    /// (<c>ubuntu.24.04-x64</c>), for which no package has a folder.
    /// </summary>
    private static string[] Runtimes()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var processor = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.X86 => "x86",
            Architecture.Arm => "arm",
            _ => "arm64",
        };
        return [RuntimeInformation.RuntimeIdentifier, $"{system}-{processor}"];
    }
}
