namespace SonraiControlTower.Core.Tests.Templates;

/// <summary>
/// Reads as much YAML as our templates have: the lines of a block, by its key's indentation. cfn-lint, in CI, reads all of it.
/// </summary>
internal static class TemplateText
{
    /// <summary>The lines below <c>key:</c> that are indented deeper, without their common indentation.</summary>
    public static string[] Block(this string yaml, params string[] path)
    {
        var lines = yaml.Split('\n');
        foreach (var key in path)
        {
            var start = Array.FindIndex(lines, line => line == $"{key}:");
            lines = start < 0
                ? throw new InvalidOperationException($"There is no '{key}:'.")
                : Shifted([.. lines.Skip(start + 1).TakeWhile(line => line.Length == 0 || line[0] is ' ' or '-')]);
        }

        return lines;
    }

    /// <summary>The keys of a block's first level.</summary>
    public static IEnumerable<string> Keys(this string[] block) =>
        block.Where(line => line.Length > 0 && char.IsLetter(line[0])).Select(line => line.Split(':')[0]);

    private static string[] Shifted(string[] lines)
    {
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return [.. lines.Select(line => line.Length == 0 ? line : line[indent..])];
    }
}
