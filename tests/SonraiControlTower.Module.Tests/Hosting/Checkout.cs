using System.Reflection;

namespace SonraiControlTower.Module.Tests.Hosting;

/// <summary>Where things lie in the checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("RepoRoot");

    public static string Manifest { get; } = At("SonraiControlTower.psd1");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The output folder of a project, in the configuration that these tests were built in.</summary>
    public static string OutputOf(string folder, string project) => At(folder, project, "bin", Metadata("Configuration"), "net10.0");

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
