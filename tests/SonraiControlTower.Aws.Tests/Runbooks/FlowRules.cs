using System.Text.Json.Nodes;

namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// The way through the steps: <c>nextStep</c>, <c>isEnd</c> and <c>onFailure</c> of
/// <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html">every action</see>, and the choices of
/// <see href="https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-branch.html">aws:branch</see>.
/// </summary>
internal static class FlowRules
{
    private static readonly string[] _operations =
    [
        "StringEquals", "EqualsIgnoreCase", "StartsWith", "EndsWith", "Contains", "NumericEquals", "NumericGreater", "NumericLesser",
        "NumericGreaterOrEquals", "NumericLesserOrEquals", "BooleanEquals",
    ];

    public static IEnumerable<string> Check(Runbook runbook)
    {
        var steps = runbook.Steps.ToList();
        var names = steps.Select(step => step.StepName()).ToHashSet();
        foreach (var step in steps)
        {
            foreach (var target in Jumps(step).Where(target => !names.Contains(target)))
            {
                yield return $"Step {step.StepName()} goes on to {target}, which there is not.";
            }

            if (step.Text("onFailure") is { } onFailure && onFailure is not ("Abort" or "Continue") && !onFailure.StartsWith("step:", StringComparison.Ordinal))
            {
                yield return $"Step {step.StepName()} has an onFailure that is none.";
            }

            if (step["isEnd"] is { } isEnd && isEnd.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
            {
                yield return $"Step {step.StepName()} has an isEnd that is neither true nor false.";
            }

            foreach (var choice in Choices(step).Where(choice => choice.Text("Variable") is null || _operations.Count(operation => choice[operation] is not null) != 1))
            {
                yield return $"Step {step.StepName()} has a choice ({choice.Text("NextStep")}) without a variable and one operation.";
            }
        }

        foreach (var lost in names.Except(Reached(steps)))
        {
            yield return $"No way leads to step {lost}.";
        }
    }

    private static IEnumerable<JsonObject> Choices(JsonObject step) => (step.Inputs()["Choices"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Jumps(JsonObject step)
    {
        string?[] targets =
        [
            step.Text("nextStep"),
            step.Text("onFailure") is { } failure && failure.StartsWith("step:", StringComparison.Ordinal) ? failure["step:".Length..] : null,
            step.Text("action") == "aws:branch" ? step.Inputs().Text("Default") : null,
            .. Choices(step).Select(choice => choice.Text("NextStep")),
        ];
        return targets.OfType<string>();
    }

    private static HashSet<string> Reached(List<JsonObject> steps)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(steps.Take(1).Select(step => step.StepName()));
        while (open.TryDequeue(out var name))
        {
            var at = steps.FindIndex(step => step.StepName() == name);
            if (at < 0 || !reached.Add(name))
            {
                continue;
            }

            foreach (var target in Jumps(steps[at]))
            {
                open.Enqueue(target);
            }

            // Without isEnd and nextStep the step below comes next.
            if (!steps[at].IsTrue("isEnd") && steps[at].Text("nextStep") is null && at + 1 < steps.Count)
            {
                open.Enqueue(steps[at + 1].StepName());
            }
        }

        return reached;
    }
}
