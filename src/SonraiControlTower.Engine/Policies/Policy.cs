namespace SonraiControlTower.Engine;

/// <summary>
/// A policy in IAM's language, parsed once (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar</see>).
/// </summary>
internal sealed class Policy
{
    private Policy(string json, string? version, string? id, IReadOnlyList<Statement> statements)
    {
        Json = json;
        Version = version;
        Id = id;
        Statements = statements;
    }

    /// <summary>The text it was parsed from.</summary>
    public string Json { get; }

    /// <summary><c>2012-10-17</c>; null or <c>2008-10-17</c> for the older language, which has no policy variables.</summary>
    public string? Version { get; }

    public string? Id { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <exception cref="FormatException">With a sentence that says what is wrong and where.</exception>
    public static Policy Parse(string json) => throw new NotImplementedException("evaluation");

    /// <exception cref="FormatException">With a sentence that says what is wrong and where.</exception>
    public static Policy Parse(ReadOnlySpan<byte> utf8Json) => throw new NotImplementedException("evaluation");
}
