using System.Reflection;

namespace SonraiControlTower.Benchmarks;

/// <summary>Where things lie in the checkout that this program was built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Metadata("RepoRoot");

    public static string Manifest { get; } = Path.Combine(Root, "SonraiControlTower.psd1");

    /// <summary>A program of the tests, in the configuration that this one was built in.</summary>
    public static string TestProgram(string project) => Path.Combine(Root, "tests", project, "bin", Metadata("Configuration"), "net10.0", $"{project}.dll");

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
