namespace SonraiControlTower.Hosting;

/// <summary>The functions' code that lies beside the module's own.</summary>
internal static class FunctionPackages
{
    /// <summary>Reads the package for an architecture.</summary>
    /// <exception cref="SonraiException"><c>PackageMissing</c>.</exception>
    public static IntegrationPackage Read(string architecture)
    {
        var assembly = typeof(FunctionPackages).Assembly;
        var file = Path.Combine(Path.GetDirectoryName(assembly.Location)!, "lambda", IntegrationPackage.FileName(architecture));
        return File.Exists(file)
            ? new IntegrationPackage(architecture, assembly.GetName().Version!.ToString(3), File.ReadAllBytes(file))
            : throw new SonraiException(IntegrationProblems.PackageMissing(file));
    }
}
