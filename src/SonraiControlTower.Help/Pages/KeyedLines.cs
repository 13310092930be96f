namespace SonraiControlTower.Help.Pages;

/// <summary>Lines of the form <c>key: value</c>, which is all the YAML that PlatyPS's schema uses.</summary>
internal sealed class KeyedLines
{
    private readonly Dictionary<string, (string Value, int Line)> _entries = [];
    private readonly int _firstLine;

    /// <param name="lines">The lines.</param>
    /// <param name="firstLine">The number that the first of them has in the page.</param>
    public KeyedLines(IEnumerable<string> lines, int firstLine)
    {
        _firstLine = firstLine;
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var number = firstLine + index;
            if (line.Split(':', 2) is not [var key, var value])
            {
                throw new MalformedPageException(number, $"'{line.Trim()}' is not of the form 'key: value'.", "Write one key with its value on the line.");
            }

            if (!_entries.TryAdd(key.Trim(), (value.Trim(), number)))
            {
                throw new MalformedPageException(number, $"The key '{key.Trim()}' stands here for the second time.", "Remove one of the two lines.");
            }
        }
    }

    public bool Has(string key) => _entries.ContainsKey(key);

    public void DemandOnly(IReadOnlyCollection<string> keys)
    {
        foreach (var (key, (_, line)) in _entries.Where(entry => !keys.Contains(entry.Key)))
        {
            throw new MalformedPageException(line, $"The key '{key}' is not known.", $"The known keys are: {string.Join(", ", keys)}.");
        }
    }

    /// <summary>The value, which may be empty.</summary>
    public string Value(string key) => _entries.TryGetValue(key, out var entry)
        ? entry.Value
        : throw new MalformedPageException(_firstLine, $"The key '{key}' is missing.", $"Add a line '{key}: …'.");

    /// <summary>The value, which must not be empty.</summary>
    public string Text(string key) => Value(key) is { Length: > 0 } text ? text : throw Malformed(key, "has no value", "Write one after the colon.");

    public IReadOnlyList<string> List(string key) => Value(key).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public bool Truth(string key) => OneOf(key, ["True", "False"]) == "True";

    public string OneOf(string key, IReadOnlyCollection<string> words)
    {
        var text = Text(key);
        return words.Contains(text) ? text : throw Malformed(key, $"is '{text}'", $"Write one of: {string.Join(" | ", words)}.");
    }

    public MalformedPageException Malformed(string key, string what, string remedy) =>
        new(_entries.TryGetValue(key, out var entry) ? entry.Line : _firstLine, $"'{key}' {what}.", remedy);
}
