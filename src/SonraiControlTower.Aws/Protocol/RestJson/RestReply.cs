using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>What a service answered: the body, and the headers that go with it.</summary>
internal sealed class RestReply(Stream body, Func<string, string?> header)
{
    /// <summary>A header; null if there is none of that name.</summary>
    public string? Header(string name) => header(name) is { Length: > 0 } value ? value : null;

    /// <summary>The body, letter for letter.</summary>
    public string Text()
    {
        using var reader = new StreamReader(body);
        return reader.ReadToEnd();
    }

    /// <summary>The body, read as JSON.</summary>
    /// <exception cref="JsonException">It is not what the contract says.</exception>
    public T Json<T>(JsonTypeInfo<T> type) => JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null.");
}
