using System.Reflection;
using System.Runtime.Loader;

namespace SonraiControlTower.LambdaProbe;

/// <summary>Loads what a package holds, by its own list of dependencies.</summary>
internal sealed class PackageContext(string main) : AssemblyLoadContext("package")
{
    private readonly AssemblyDependencyResolver _resolver = new(main);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
}
