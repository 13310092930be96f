using System.Globalization;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>How long steps may take. Every step that does something says it.</summary>
internal static class TimeRules
{
    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html: TimeoutSeconds is the time to reach the node.
    private const int ShortestDelivery = 30;
    private const int LongestDelivery = 2_592_000;

    // The document AWS-RunShellScript: executionTimeout is 48 hours at most.
    private const int LongestExecution = 172_800;

    public static IEnumerable<string> Check(Runbook runbook) =>
        runbook.Steps.Where(step => step.Text("action") != "aws:branch").SelectMany(step => CheckOne(step.StepName(), step));

    private static IEnumerable<string> CheckOne(string name, JsonObject step)
    {
        var longest = StepAction.Known.TryGetValue(step.Text("action") ?? string.Empty, out var action) ? action.Longest : null;
        if (step.Number("timeoutSeconds") is not { } seconds || seconds < 1 || seconds > longest)
        {
            yield return $"Step {name} has no timeoutSeconds, or one that its action does not take.";
            yield break;
        }

        if (step["maxAttempts"] is not null && !(step.Number("maxAttempts") >= 1))
        {
            yield return $"Step {name} has a maxAttempts that is none.";
        }

        if (step.Text("action") != "aws:runCommand")
        {
            yield break;
        }

        var delivery = step.Inputs().Number("TimeoutSeconds");
        if (delivery is not (>= ShortestDelivery and <= LongestDelivery))
        {
            yield return $"Step {name} has no time to reach the node, or one that SendCommand does not take.";
        }

        var execution = step.Inputs()["Parameters"]?["executionTimeout"].Texts().Select(text => int.Parse(text, CultureInfo.InvariantCulture)).FirstOrDefault() ?? 0;
        if (execution is not (>= 1 and <= LongestExecution))
        {
            yield return $"Step {name} has no executionTimeout, or one that AWS-RunShellScript does not take.";
        }

        if (seconds < delivery + execution)
        {
            yield return $"Step {name} ends before its command may.";
        }
    }
}
