namespace SonraiControlTower.Aws.Protocol.RestJson;

/// <summary>
/// What is asked of an operation, by where it stands in the request
/// (<see href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">AWS restJson1 protocol</see>).
/// </summary>
internal sealed record RestInput
{
    /// <summary>The parts of the path, by their names there; they are encoded on the way.</summary>
    public IReadOnlyDictionary<string, string> Path { get; init; } = new Dictionary<string, string>();

    /// <summary>The query; what is null is left out.</summary>
    public IReadOnlyDictionary<string, string?> Query { get; init; } = new Dictionary<string, string?>();

    /// <summary>Headers of the operation's own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as JSON; null for none.</summary>
    public byte[]? Body { get; init; }
}
