using System.Collections.Concurrent;

namespace SonraiControlTower.Dig;

/// <summary>
/// The documents of Queries/: embedded in the assembly, each replaceable by a file of the same name in a folder of the user's. What of the
/// contract is inferred can so be put right for a tenant without a new build.
/// </summary>
internal sealed class DocumentLibrary(string? folder)
{
    private readonly ConcurrentDictionary<string, GraphQLDocument> _read = new();

    /// <summary>The names of the embedded documents.</summary>
    public static IEnumerable<string> Names =>
        typeof(DocumentLibrary).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Queries/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)!;

    public GraphQLDocument this[string name] => _read.GetOrAdd(name, Read);

    /// <summary>What the built-in document says of itself; a replacement need not repeat it.</summary>
    public static DocumentHeading HeadingOf(string name) => DocumentHeading.Read(Embedded(name));

    /// <summary>Whether a file of the folder stands in for the built-in document.</summary>
    public bool IsReplaced(string name) => folder is not null && File.Exists(FileOf(folder, name));

    private GraphQLDocument Read(string name) => DocumentReader.Read(name, Replacement(name) ?? Embedded(name));

    private string? Replacement(string name)
    {
        if (folder is null)
        {
            return null;
        }

        var path = FileOf(folder, name);
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SonraiException(DigProblems.DocumentUnusable(path, exception.Message), exception);
        }
    }

    private static string FileOf(string folder, string name) => Path.Combine(folder, $"{name}.graphql");

    private static string Embedded(string name)
    {
        using var stream = typeof(DocumentLibrary).Assembly.GetManifestResourceStream($"Queries/{name}.graphql")
            ?? throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such document.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
