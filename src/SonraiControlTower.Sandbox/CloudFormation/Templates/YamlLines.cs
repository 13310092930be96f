namespace SonraiControlTower.Sandbox;

/// <summary>The lines of a YAML text, one after another, without those that say nothing.</summary>
internal sealed class YamlLines(string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');
    private int _at;

    /// <summary>The number of the current line, from one.</summary>
    public int Number => Math.Min(_at, _lines.Length - 1) + 1;

    /// <summary>Goes to the next line with something on it; false at the end.</summary>
    public bool Seek()
    {
        while (_at < _lines.Length && (Content.Length == 0 || Content[0] == '#' || (Indent == 0 && Content is "---")))
        {
            _at++;
        }

        return _at < _lines.Length;
    }

    /// <summary>How far the current line is indented.</summary>
    public int Indent => _lines[_at].Length - _lines[_at].TrimStart(' ').Length;

    /// <summary>The current line without the white space around it.</summary>
    public string Content => _lines[_at].Trim();

    public void Skip() => _at++;

    /// <summary>Takes the dash of a sequence's item off, so that what follows it stands as if on a line of its own.</summary>
    public void TakeDash() => _lines[_at] = string.Concat(_lines[_at].AsSpan(0, Indent), " ", _lines[_at].AsSpan(Indent + 1));

    /// <summary>The lines of a literal or folded block below a key, without their common indentation.</summary>
    public IReadOnlyList<string> TakeBlock(int parentIndent)
    {
        var block = new List<string>();
        while (_at < _lines.Length && (Content.Length == 0 || Indent > parentIndent))
        {
            block.Add(_lines[_at++]);
        }

        var indent = block.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty().Min();
        return [.. block.Select(line => line.Length > indent ? line[indent..] : string.Empty)];
    }

    public AwsFault Malformed() => AwsFault.Validation($"Template format error: YAML not well-formed. (line {Number})");
}
