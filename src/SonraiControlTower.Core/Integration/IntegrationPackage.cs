using System.Security.Cryptography;

namespace SonraiControlTower;

/// <summary>The functions' code as a zip, for one architecture. Its key in the bucket tells its content, so that another content is another key.</summary>
/// <param name="Architecture">A word of <see cref="FunctionArchitecture"/>.</param>
/// <param name="Version">The module's version.</param>
/// <param name="Content">The zip.</param>
public sealed record IntegrationPackage(string Architecture, string Version, ReadOnlyMemory<byte> Content)
{
    /// <summary>What keys of packages begin with.</summary>
    public const string Prefix = "sonrai-control-tower/";

    private const int HashLength = 16;

    /// <summary>Where it lies in the bucket.</summary>
    public string Key { get; } =
        $"{Prefix}{Version}/{FileName(Architecture)[..^".zip".Length]}.{Convert.ToHexStringLower(SHA256.HashData(Content.Span))[..HashLength]}.zip";

    /// <summary>The file that the module brings along.</summary>
    public static string FileName(string architecture) => $"SonraiControlTower.Lambda.{architecture}.zip";

    public override string ToString() => Key;
}

/// <summary>The processors that Lambda offers.</summary>
public static class FunctionArchitecture
{
    public const string X8664 = "x86_64";
    public const string Arm64 = "arm64";
}
