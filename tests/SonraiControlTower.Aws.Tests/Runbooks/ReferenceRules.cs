using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// What stands in double braces: parameters, outputs of earlier steps, and the variables that Automation itself has
/// (<see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-variables.html">system variables</see>).
/// </summary>
internal static partial class ReferenceRules
{
    private static readonly string[] _variables = ["global:ACCOUNT_ID", "global:DATE", "global:DATE_TIME", "global:REGION", "automation:EXECUTION_ID"];

    public static IEnumerable<string> Check(Runbook runbook)
    {
        var known = _variables.Concat(runbook.Parameters.Select(one => one.Key)).ToHashSet();
        var used = Names(runbook.Content["assumeRole"]).ToHashSet();
        foreach (var step in runbook.Steps)
        {
            foreach (var name in Names(step))
            {
                used.Add(name);
                if (!known.Contains(name))
                {
                    yield return $"Step {step.StepName()} refers to {name}, which is no parameter, no output of an earlier step and no variable.";
                }
            }

            known.UnionWith(Outputs(step));
        }

        foreach (var output in runbook.Content["outputs"].Texts().Where(output => !known.Contains(output)))
        {
            yield return $"The output {output} is none of a step.";
        }

        foreach (var idle in runbook.Parameters.Select(one => one.Key).Except(used))
        {
            yield return $"Nothing refers to parameter {idle}.";
        }
    }

    /// <summary>What a text refers to.</summary>
    public static IEnumerable<string> Names(string text) => Reference().Matches(text).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Names(JsonNode? node) => node.Texts().SelectMany(Names);

    private static IEnumerable<string> Outputs(JsonObject step)
    {
        string[] own = StepAction.Known.TryGetValue(step.Text("action") ?? string.Empty, out var action) ? action.Outputs : [];
        var declared = (step["outputs"] as JsonArray ?? []).OfType<JsonObject>().Select(output => output.Text("Name"));
        return own.Concat(declared).Select(output => $"{step.StepName()}.{output}");
    }

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Reference();
}
