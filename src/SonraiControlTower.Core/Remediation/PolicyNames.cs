using System.Text.RegularExpressions;

namespace SonraiControlTower;

/// <summary>The names of policies that remediation makes: <c>Sonrai-OLDNAME-1a2b3c4d</c>, as Sonrai's own bots call theirs.</summary>
internal static partial class PolicyNames
{
    private const string Beginning = "Sonrai-";
    private const int SuffixLength = 8;

    /// <summary>The name; the suffix keeps apart what is made for others, of other text, or at another time.</summary>
    public static string For(string oldName, string identityArn, string document, string remediation)
    {
        var stem = Made().Match(oldName) is { Success: true } match ? match.Groups[1].Value : oldName;
        var longest = PolicyRoom.LongestName - Beginning.Length - SuffixLength - 1;
        return $"{Beginning}{(stem.Length <= longest ? stem : stem[..longest])}-{PolicyJson.Digest($"{remediation}\n{identityArn}\n{document}")[..SuffixLength]}";
    }

    [GeneratedRegex(@"\ASonrai-(.+)-[0-9a-f]{8,32}\z")]
    private static partial Regex Made();
}
