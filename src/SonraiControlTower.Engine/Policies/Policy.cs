using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>
/// A policy in IAM's language, parsed once (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar</see>).
/// What it says does not change, so that all who have the same managed policy share it.
/// </summary>
internal sealed class Policy
{
    private readonly byte[] _utf8Json;

    private Policy(byte[] utf8Json, string? version, string? id, IReadOnlyList<Statement> statements)
    {
        _utf8Json = utf8Json;
        Version = version;
        Id = id;
        Statements = statements;
    }

    /// <summary>The text it was parsed from.</summary>
    public string Json => field ??= Encoding.UTF8.GetString(_utf8Json);

    /// <summary><c>2012-10-17</c>; null or <c>2008-10-17</c> for the older language, which has no policy variables.</summary>
    public string? Version { get; }

    /// <summary>
    /// Whether <c>${…}</c> is a variable; in the older language it is text
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</see>).
    /// </summary>
    public bool HasVariables => Version is PolicyReader.Version2012;

    public string? Id { get; }

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The statements, made ready to be evaluated when that is first asked for.</summary>
    public CompiledStatement[] Compiled => field ??= [.. Statements.Select(statement => new CompiledStatement(statement, HasVariables))];

    /// <summary>What it says over the whole catalogue, once somebody has asked; see <see cref="PolicyActions.Of"/>.</summary>
    public PolicyActions? Actions { get; set; }

    /// <exception cref="FormatException">With a sentence that says what is wrong and where.</exception>
    public static Policy Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <exception cref="FormatException">With a sentence that says what is wrong and where.</exception>
    public static Policy Parse(ReadOnlySpan<byte> utf8Json) => Parse(utf8Json.ToArray());

    private static Policy Parse(byte[] utf8Json)
    {
        var reader = new PolicyReader(utf8Json);
        reader.Read();
        return new Policy(utf8Json, reader.Version, reader.Id, reader.Statements);
    }
}
