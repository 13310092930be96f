using System.Reflection;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepoRoot").Value!;
}
