using System.Text.RegularExpressions;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>The scripts of PowerShell in a runbook: what its shell writes into a file as it stands.</summary>
internal static partial class PowerShellScripts
{
    public static IEnumerable<string> Of(Runbook runbook) =>
        runbook.Steps
            .SelectMany(step => step.Inputs()["Parameters"]?["commands"].Texts() ?? [])
            .SelectMany(text => Document().Matches(text))
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"<<'PWSH'\n(.*?\n)PWSH\n", RegexOptions.Singleline)]
    private static partial Regex Document();
}
