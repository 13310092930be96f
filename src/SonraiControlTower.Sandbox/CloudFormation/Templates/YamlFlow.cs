using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>What YAML has on one line: a plain or quoted scalar, or brackets.</summary>
internal sealed class YamlFlow
{
    private readonly string _text;
    private int _at;

    public YamlFlow(string text)
    {
        _text = text;
        IsPlain = text.Length > 0 && text[0] is not ('"' or '\'' or '[' or '{');
        Node = IsPlain ? JsonValue.Create(WithoutComment(text)) : ReadNode();
        IsComplete = _at <= _text.Length;
    }

    /// <summary>The text as far as it counts.</summary>
    public string Text => IsPlain ? WithoutComment(_text) : _text;

    /// <summary>True for a scalar without quotes, which may go on below.</summary>
    public bool IsPlain { get; }

    /// <summary>False if a bracket or a quote is still open.</summary>
    public bool IsComplete { get; }

    public JsonNode? Node { get; }

    // INVARIANT: past the end every reader goes one further, so that a text which ends too early is seen by the position alone.
    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private JsonNode? ReadNode()
    {
        SkipSpace();
        switch (Next)
        {
            case '[':
                return ReadSequence();
            case '{':
                return ReadMapping();
            case '"' or '\'':
                return JsonValue.Create(ReadQuoted());
            case '!':
                _at++;
                var name = ReadPlain(stop => !char.IsAsciiLetter(stop));
                return ShortForm.Expand(name, ReadNode());
            default:
                return JsonValue.Create(ReadPlain(stop => stop is ',' or ']' or '}').TrimEnd());
        }
    }

    private JsonArray ReadSequence()
    {
        var items = new JsonArray();
        _at++;
        for (SkipSpace(); Next is not (']' or '\0'); SkipSpace())
        {
            items.Add(ReadNode());
            SkipComma();
        }

        _at += Next == ']' ? 1 : 2 + _text.Length;
        return items;
    }

    private JsonObject ReadMapping()
    {
        var mapping = new JsonObject();
        _at++;
        for (SkipSpace(); Next is not ('}' or '\0'); SkipSpace())
        {
            var key = Next is '"' or '\'' ? ReadQuoted() : ReadPlain(stop => stop is ':' or ',' or '}').Trim();
            SkipSpace();
            _at += Next == ':' ? 1 : 0;
            mapping[key] = ReadNode();
            SkipComma();
        }

        _at += Next == '}' ? 1 : 2 + _text.Length;
        return mapping;
    }

    private string ReadQuoted()
    {
        var quote = Next;
        var read = new StringBuilder();
        for (_at++; Next != '\0'; _at++)
        {
            if (Next == quote)
            {
                // Two single quotes are one: https://yaml.org/spec/1.2.2/#732-single-quoted-style
                if (quote == '\'' && _at + 1 < _text.Length && _text[_at + 1] == '\'')
                {
                    _at++;
                }
                else
                {
                    _at++;
                    return read.ToString();
                }
            }
            else if (quote == '"' && Next == '\\')
            {
                _at++;
                read.Append(Next switch { 'n' => '\n', 't' => '\t', var sign => sign });
                continue;
            }

            read.Append(Next);
        }

        _at = 2 + _text.Length;
        return read.ToString();
    }

    private string ReadPlain(Func<char, bool> stops)
    {
        var start = _at;
        while (_at < _text.Length && !stops(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipSpace()
    {
        while (Next == ' ')
        {
            _at++;
        }
    }

    private void SkipComma()
    {
        SkipSpace();
        _at += Next == ',' ? 1 : 0;
    }

    private static string WithoutComment(string text) =>
        (text.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var comment ? text[..comment] : text).TrimEnd();
}
