using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace SonraiControlTower.Engine;

/// <summary>
/// One string for each text that policies say over and over: an organization's policies have hundreds of thousands of patterns, and a few thousand
/// different ones.
/// </summary>
internal static class PatternPool
{
    /// <summary>Past this many the pool takes no more, so that no input can make it grow without end.</summary>
    private const int Limit = 100_000;
    private const int LongestPooled = 256;

    private static readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan =
        _texts.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int _count;

    /// <summary>The text of the string, name or number that the reader stands on.</summary>
    /// <exception cref="InvalidOperationException">The text has half a character in it.</exception>
    public static string Take(ref Utf8JsonReader json)
    {
        if (json.ValueSpan.Length > LongestPooled)
        {
            return json.TokenType is JsonTokenType.Number ? Encoding.ASCII.GetString(json.ValueSpan) : json.GetString()!;
        }

        Span<char> buffer = stackalloc char[LongestPooled];
        var length = json.TokenType is JsonTokenType.Number ? Encoding.ASCII.GetChars(json.ValueSpan, buffer) : json.CopyString(buffer);
        return Take(buffer[..length]);
    }

    private static string Take(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = text.ToString();
        if (Volatile.Read(ref _count) < Limit && _texts.TryAdd(made, made))
        {
            Interlocked.Increment(ref _count);
        }

        return made;
    }
}
