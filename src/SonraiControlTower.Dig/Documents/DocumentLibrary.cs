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

    private GraphQLDocument Read(string name) => DocumentReader.Read(name, Replacement(name) ?? Embedded(name));

    private string? Replacement(string name)
    {
        if (folder is null)
        {
            return null;
        }

        var path = Path.Combine(folder, $"{name}.graphql");
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SonraiException(DigProblems.DocumentUnusable(path, exception.Message), exception);
        }
    }

    private static string Embedded(string name)
    {
        using var stream = typeof(DocumentLibrary).Assembly.GetManifestResourceStream($"Queries/{name}.graphql")
            ?? throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such document.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
