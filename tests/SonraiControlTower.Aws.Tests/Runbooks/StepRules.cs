using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// The steps by themselves: <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html">properties shared by all actions</see>,
/// and what each action takes.
/// </summary>
internal static partial class StepRules
{
    private static readonly string[] _properties =
        ["name", "action", "description", "maxAttempts", "timeoutSeconds", "onFailure", "onCancel", "isEnd", "isCritical", "nextStep", "inputs", "outputs"];

    private static readonly string[] _outputTypes = ["String", "StringList", "Integer", "Boolean", "MapList", "StringMap"];

    // The documents of AWS that run what they are given on a node, and what each takes.
    private static readonly Dictionary<string, string[]> _documents = new()
    {
        ["AWS-RunShellScript"] = ["commands", "workingDirectory", "executionTimeout"],
    };

    public static IEnumerable<string> Check(Runbook runbook)
    {
        foreach (var twice in runbook.Steps.GroupBy(step => step.StepName()).Where(group => group.Count() > 1))
        {
            yield return $"Two steps are called {twice.Key}.";
        }

        foreach (var finding in runbook.Steps.SelectMany(step => CheckOne(step.StepName(), step)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<string> CheckOne(string name, JsonObject step)
    {
        // A reference to a step's output is {{ step.output }}, so a name has neither dots nor blanks.
        if (!Name().IsMatch(name))
        {
            yield return $"'{name}' is no name of a step.";
        }

        foreach (var unknown in step.Select(one => one.Key).Except(_properties))
        {
            yield return $"Step {name} has an unknown property {unknown}.";
        }

        if (string.IsNullOrWhiteSpace(step.Text("description")))
        {
            yield return $"Step {name} has no description.";
        }

        if (!StepAction.Known.TryGetValue(step.Text("action") ?? string.Empty, out var action))
        {
            yield return $"Step {name} has no known action.";
            yield break;
        }

        foreach (var missing in action.Required.Where(input => step.Inputs()[input] is null))
        {
            yield return $"Step {name} lacks the input {missing}: {action.Page}";
        }

        foreach (var unknown in step.Inputs().Select(one => one.Key).Except([.. action.Required, .. action.Optional]).Where(_ => !action.TakesOthers))
        {
            yield return $"Step {name} has an unknown input {unknown}: {action.Page}";
        }

        foreach (var output in (step["outputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (output.Text("Name") is null || output.Text("Selector")?.StartsWith("$.", StringComparison.Ordinal) != true || !_outputTypes.Contains(output.Text("Type")))
            {
                yield return $"Step {name} has an output without name, JSONPath or known type.";
            }
        }

        // PowerShell there is 6 or 7.0, which cannot load the module: docs/decisions/0007-runbooks-through-runcommand.md.
        if (step.Text("action") == "aws:executeScript" && step.Inputs().Text("Runtime") != "python3.11")
        {
            yield return $"Step {name} runs something else than Python 3.11.";
        }

        if (step.Text("action") == "aws:runCommand")
        {
            var takes = _documents.GetValueOrDefault(step.Inputs().Text("DocumentName") ?? string.Empty);
            if (takes is null)
            {
                yield return $"Step {name} runs a document that is none of AWS.";
            }
            else if ((step.Inputs()["Parameters"] as JsonObject ?? []).Any(one => !takes.Contains(one.Key)))
            {
                yield return $"Step {name} gives its document a parameter that it does not have.";
            }
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{2,127}$")]
    private static partial Regex Name();
}
