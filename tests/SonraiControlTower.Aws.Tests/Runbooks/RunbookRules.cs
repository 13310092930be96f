namespace SonraiControlTower.Aws.Tests.Runbooks;

/// <summary>
/// Holds a runbook against what AWS Systems Manager takes, and against what we ask of our own. AWS checks a part of it when a document is
/// registered, another part only when a step is run: nothing here needs AWS.
/// </summary>
internal static class RunbookRules
{
    /// <summary>What is wrong with a runbook, one sentence each; empty where nothing is.</summary>
    public static IReadOnlyList<string> Check(Runbook runbook) =>
    [
        .. DocumentRules.Check(runbook),
        .. ParameterRules.Check(runbook),
        .. StepRules.Check(runbook),
        .. FlowRules.Check(runbook),
        .. ReferenceRules.Check(runbook),
        .. TimeRules.Check(runbook),
        .. CommandRules.Check(runbook),
    ];
}
