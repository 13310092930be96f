using System.Text.RegularExpressions;

namespace SonraiControlTower.Dig;

/// <summary>A token of a GraphQL document (<see href="https://spec.graphql.org/October2021/#sec-Appendix-Grammar-Summary.Lexical-Tokens">lexical tokens</see>).</summary>
internal readonly record struct GraphQLToken(int Start, string Text)
{
    public int End => Start + Text.Length;

    public bool IsVariable => Text is ['$', _, ..];

    public bool IsName => Text is [var first, ..] && (char.IsAsciiLetter(first) || first == '_');
}

/// <summary>Cuts a document into tokens; white space and comments fall away, a string is one token whatever is in it.</summary>
internal static partial class GraphQLTokens
{
    public static IEnumerable<GraphQLToken> Of(string text) =>
        Pattern().Matches(text)
            .Where(match => match.Groups["token"].Success)
            .Select(match => new GraphQLToken(match.Index, match.Value));

    [GeneratedRegex("""
        \#[^\r\n]*
        | (?<token> \"{3} (?: \\\"{3} | [\s\S] )*? \"{3} | " (?: \\. | [^"\\\r\n] )* " | \$?[A-Za-z_][A-Za-z0-9_]* | \.{3} | -?[0-9][0-9.eE+-]* | [^\s,] )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
