namespace SonraiControlTower;

/// <summary>
/// The id that we give to an operation, or to the request that makes a stack: AWS does what carries the same id only once. It is kept for as
/// long as the operation may be sent again, and made anew for another operation.
/// </summary>
public sealed record OperationId
{
    private readonly string _text;

    private OperationId(string text) => _text = text;

    /// <summary>An id that nobody has used.</summary>
    public static OperationId New() => new(Guid.NewGuid().ToString());

    /// <summary>Reads an id that was kept: letters, digits and hyphens, 128 at most.</summary>
    /// <exception cref="SonraiException"><c>MalformedAwsName</c>.</exception>
    public static OperationId Parse(string? text) => new(AwsNames.Token(text));

    public override string ToString() => _text;
}
