using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// Automation puts a parameter's value into a text as it is, also into a shell's script and into JSON. So a value that becomes part of a text may
/// only have signs that mean nothing there, and in a script it stands in quotes, in the value of an environment variable.
/// </summary>
internal static partial class CommandRules
{
    public static IEnumerable<string> Check(Runbook runbook)
    {
        var embedding = runbook.Steps.SelectMany(step => step.Inputs().Texts()).Where(text => !Alone().IsMatch(text)).SelectMany(ReferenceRules.Names);
        foreach (var name in embedding.Distinct().Where(name => runbook.Parameters[name] is JsonObject parameter && !IsTame(parameter)))
        {
            yield return $"Parameter {name} becomes part of a text, and may have signs that mean something there.";
        }

        foreach (var step in runbook.Steps)
        {
            var lines = step.Inputs()["Parameters"]?["commands"].Texts().SelectMany(text => text.Split('\n')) ?? [];
            foreach (var line in lines.Where(line => line.Contains("{{", StringComparison.Ordinal) && !Export().IsMatch(line)))
            {
                yield return $"Step {step.StepName()} puts a value into its script: {line.Trim()}";
            }

            if (step.Inputs().Text("Script")?.Contains("{{", StringComparison.Ordinal) == true)
            {
                yield return $"Step {step.StepName()} puts a value into its script.";
            }
        }
    }

    /// <summary>Whether a parameter's value has no quote, no backslash and no line break: its pattern names every sign that it may have.</summary>
    private static bool IsTame(JsonObject parameter)
    {
        if (parameter["allowedValues"] is JsonArray values)
        {
            return values.Texts().All(value => Word().IsMatch(value));
        }

        var pattern = parameter.Text("allowedPattern") ?? string.Empty;
        var isWhole = pattern.Contains('|', StringComparison.Ordinal)
            ? pattern.StartsWith("^(", StringComparison.Ordinal) && pattern.EndsWith(")$", StringComparison.Ordinal)
            : pattern.StartsWith('^') && pattern.EndsWith('$');
        var classes = SignClass().Matches(pattern).Select(match => match.Value);
        return isWhole
            && classes.All(one => !one.StartsWith("[^", StringComparison.Ordinal))
            && !SignClass().Replace(pattern, string.Empty).Contains('.', StringComparison.Ordinal)
            && !Meaningful().IsMatch(pattern);
    }

    [GeneratedRegex(@"^\{\{[^{}]*\}\}$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^export [A-Z0-9_]+='\{\{ [A-Za-z0-9]+ \}\}'$")]
    private static partial Regex Export();

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex SignClass();

    [GeneratedRegex(@"['""\\`\r\n]")]
    private static partial Regex Meaningful();
}
