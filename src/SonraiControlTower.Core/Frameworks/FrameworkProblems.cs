namespace SonraiControlTower;

/// <summary>What can be wrong with enabling and disabling control frameworks.</summary>
public static class FrameworkProblems
{
    public static Problem NotFound(string title, IEnumerable<SonraiControlFramework> known) => new(
        "FrameworkNotFound",
        $"There is no control framework '{title}'.",
        known.Any()
            ? $"Give one of these: {string.Join(", ", known.Select(one => $"'{one.Title}'").Distinct())}."
            : "The tenant lists no control frameworks: see the Control Frameworks tab of the Sonrai portal.",
        ProblemKind.NotFound)
    { Target = title };

    public static Problem Refused(SonraiControlFramework framework, string answer) => new(
        "FrameworkRefused",
        $"Dig did not change the control framework '{framework?.Title}': {answer}",
        "Mend what Dig names, then run the same command again; or do it in the Sonrai portal, in the Control Frameworks tab.",
        ProblemKind.Conflict)
    { Target = framework };

    public static Problem NotChanged(SonraiControlFramework framework, string wanted) => new(
        "FrameworkNotChanged",
        $"Dig took the request, and the control framework '{framework?.Title}' is still not {wanted}.",
        "See how it is with Get-SonraiControlFramework; if it stays so, do it in the Sonrai portal, in the Control Frameworks tab.",
        ProblemKind.Conflict)
    { Target = framework };

    public static Problem AnswerLost(SonraiControlFramework framework) => new(
        "FrameworkAnswerLost",
        $"Dig's answer about the control framework '{framework?.Title}' was lost, and it has not changed.",
        "Run the same command again: it changes only what is not yet so.",
        ProblemKind.Unreachable)
    { Target = framework };
}
