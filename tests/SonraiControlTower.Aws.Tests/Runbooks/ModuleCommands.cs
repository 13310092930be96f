using System.Text.RegularExpressions;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>The commands of the module and the names of its commands' parameters, as the sources say them.</summary>
internal static partial class ModuleCommands
{
    private static readonly string _folder = Path.Combine(Checkout.Root, "src", "SonraiControlTower");

    public static IReadOnlySet<string> Names { get; } =
        Sources("Commands").SelectMany(text => Command().Matches(text)).Select(match => $"{match.Groups[1].Value}-{match.Groups[2].Value}").ToHashSet();

    public static IReadOnlySet<string> Parameters { get; } =
        Sources("Commands").Concat(Sources("Binding")).SelectMany(text => Property().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(_folder, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    [GeneratedRegex("""\[Cmdlet\(Verbs\w+\.(\w+), "(\w+)""")]
    private static partial Regex Command();

    [GeneratedRegex(@"public [\w?<>\[\]]+ (\w+) \{ get; set; \}")]
    private static partial Regex Property();
}
