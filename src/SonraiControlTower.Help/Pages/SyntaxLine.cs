using System.Text.RegularExpressions;

namespace SonraiControlTower.Help.Pages;

/// <summary>Reads a line as <c>Get-Command -Syntax</c> writes it: <c>Verb-Noun [-A] &lt;type&gt; [[-B] &lt;type&gt;] [-C] [&lt;CommonParameters&gt;]</c>.</summary>
internal static partial class SyntaxLine
{
    private const string CommonParameters = "[<CommonParameters>]";

    public static IReadOnlyList<SyntaxParameter> Read(string command, string line, int pageLine)
    {
        if (!line.StartsWith($"{command} ", StringComparison.Ordinal) || !line.EndsWith(CommonParameters, StringComparison.Ordinal))
        {
            throw new MalformedPageException(
                pageLine, $"The syntax does not read '{command} … {CommonParameters}'.", $"Copy the line from 'Get-Command {command} -Syntax'.");
        }

        var parameters = new List<SyntaxParameter>();
        var rest = line[command.Length..^CommonParameters.Length].Trim();
        while (rest.Length > 0)
        {
            var match = NextParameter().Match(rest);
            if (!match.Success)
            {
                throw new MalformedPageException(
                    pageLine, $"The syntax cannot be understood from '{rest}' on.", $"Copy the line from 'Get-Command {command} -Syntax'.");
            }

            parameters.Add(new SyntaxParameter(
                match.Groups["name"].Value,
                match.Groups["type"] is { Success: true } type ? type.Value : null,
                Required: !match.Groups["optional"].Success,
                Positional: match.Groups["positional"].Success));
            rest = rest[match.Length..].TrimStart();
        }

        return parameters;
    }

    // From the most to the least bracketed: [[-A] <t>], [-A] <t>, [-A <t>], -A <t>, [-A], -A.
    [GeneratedRegex(
        """
        ^(?:
            (?<optional>\[)(?<positional>\[)-(?<name>\w+)\]\ <(?<type>[^<>]+)>\]
          | (?<positional>\[)-(?<name>\w+)\]\ <(?<type>[^<>]+)>
          | (?<optional>\[)-(?<name>\w+)\ <(?<type>[^<>]+)>\]
          | -(?<name>\w+)\ <(?<type>[^<>]+)>
          | (?<optional>\[)-(?<name>\w+)\]
          | -(?<name>\w+)
        )(?=\s|$)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NextParameter();
}
