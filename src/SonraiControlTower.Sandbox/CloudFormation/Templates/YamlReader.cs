using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Reads the part of YAML that CloudFormation templates are written in: mappings and sequences in blocks and in brackets, plain, quoted, literal
/// and folded scalars, comments, and CloudFormation's short forms such as <c>!Ref</c>. What else YAML has (anchors, several documents, complex
/// keys) is refused rather than guessed at. Every scalar is a string, since CloudFormation takes numbers and switches so.
/// </summary>
internal sealed partial class YamlReader
{
    private readonly YamlLines _lines;

    private YamlReader(string text) => _lines = new YamlLines(text);

    /// <exception cref="AwsFault">ValidationError: it is not well-formed, or not of the part that is read.</exception>
    public static JsonNode? Read(string text)
    {
        var reader = new YamlReader(text);
        var node = reader._lines.Seek() ? reader.ReadBlock() : null;
        return reader._lines.Seek() ? throw reader._lines.Malformed() : node;
    }

    private JsonNode? ReadBlock()
    {
        if (IsDash(_lines.Content))
        {
            return ReadSequence(_lines.Indent);
        }

        if (Key().IsMatch(_lines.Content))
        {
            return ReadMapping(_lines.Indent);
        }

        var (text, indent) = (_lines.Content, _lines.Indent);
        _lines.Skip();
        return ReadValue(text, indent - 1);
    }

    private JsonArray ReadSequence(int indent)
    {
        var items = new JsonArray();
        while (_lines.Seek() && _lines.Indent == indent && IsDash(_lines.Content))
        {
            var isBare = _lines.Content == "-";
            _lines.TakeDash();
            if (isBare)
            {
                _lines.Skip();
                items.Add(ReadBelow(indent, orSequenceAt: -1));
            }
            else
            {
                items.Add(ReadBlock());
            }
        }

        return items;
    }

    private JsonObject ReadMapping(int indent)
    {
        var mapping = new JsonObject();
        while (_lines.Seek() && _lines.Indent == indent && Key().Match(_lines.Content) is { Success: true } pair)
        {
            var key = pair.Groups["key"].Value.Trim('"', '\'');
            if (mapping.ContainsKey(key))
            {
                throw _lines.Malformed();
            }

            _lines.Skip();
            mapping.Add(key, ReadValue(pair.Groups["rest"].Value, indent));
        }

        return _lines.Seek() && _lines.Indent > indent ? throw _lines.Malformed() : mapping;
    }

    /// <summary>What follows a key, a dash or a tag on its line, and on the lines below that belong to it.</summary>
    private JsonNode? ReadValue(string rest, int indent)
    {
        rest = rest.TrimStart();
        if (Tag().Match(rest) is { Success: true } tag)
        {
            return ShortForm.Expand(tag.Groups["name"].Value, ReadValue(tag.Groups["rest"].Value, indent));
        }

        return rest switch
        {
            "" or ['#', ..] => ReadBelow(indent, orSequenceAt: indent),
            ['|' or '>', ..] => ReadScalarBlock(rest, indent),
            ['&' or '*' or '%' or '@' or '`', ..] => throw _lines.Malformed(),
            _ => ReadInline(rest, indent),
        };
    }

    private JsonNode? ReadBelow(int indent, int orSequenceAt) =>
        _lines.Seek() && (_lines.Indent > indent || (_lines.Indent == orSequenceAt && IsDash(_lines.Content))) ? ReadBlock() : null;

    private JsonValue ReadScalarBlock(string style, int indent)
    {
        var lines = _lines.TakeBlock(indent);
        var joined = style[0] == '|' ? string.Join('\n', lines) : FoldedText(lines);
        return JsonValue.Create(style.Contains('-', StringComparison.Ordinal) ? joined.TrimEnd('\n') : $"{joined.TrimEnd('\n')}\n");
    }

    private static string FoldedText(IReadOnlyList<string> lines) =>
        string.Join('\n', string.Join('\n', lines).Split("\n\n").Select(part => part.Replace('\n', ' ')));

    /// <summary>A scalar or brackets: both may go on, on lines that are indented further.</summary>
    private JsonNode? ReadInline(string text, int indent)
    {
        var flow = new YamlFlow(text);
        while (!flow.IsComplete && _lines.Seek() && _lines.Indent > indent)
        {
            text = $"{flow.Text} {_lines.Content}";
            _lines.Skip();
            flow = new YamlFlow(text);
        }

        while (flow.IsPlain && _lines.Seek() && _lines.Indent > indent && !IsDash(_lines.Content) && !Key().IsMatch(_lines.Content))
        {
            flow = new YamlFlow($"{flow.Text} {_lines.Content}");
            _lines.Skip();
        }

        return flow.IsComplete ? flow.Node : throw _lines.Malformed();
    }

    private static bool IsDash(string content) => content == "-" || content.StartsWith("- ", StringComparison.Ordinal);

    [GeneratedRegex("""^(?<key>"[^"]*"|'[^']*'|[^\s"'!&*|>%@`#\[\]{},-][^"'#\[\]{}]*?):(\s+(?<rest>.*))?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"^!(?<name>[A-Za-z]+)(\s+(?<rest>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
