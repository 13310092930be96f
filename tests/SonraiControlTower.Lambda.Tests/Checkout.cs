using System.Reflection;

namespace SonraiControlTower.Lambda.Tests;

/// <summary>Where things lie in the checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Package(string architecture) => At("bin", "lambda", $"SonraiControlTower.Lambda.{architecture}.zip");

    public static string Probe { get; } =
        At("tests", "SonraiControlTower.LambdaProbe", "bin", Metadata("Configuration"), "net10.0", "SonraiControlTower.LambdaProbe.dll");

    public static string At(params string[] parts) => Path.Combine([Metadata("RepoRoot"), .. parts]);

    private static string Metadata(string key) =>
        typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
