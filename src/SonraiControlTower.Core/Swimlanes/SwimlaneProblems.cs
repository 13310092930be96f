namespace SonraiControlTower;

/// <summary>What can be wrong with the choice of a swimlane.</summary>
public static class SwimlaneProblems
{
    public static Problem NotFound(string title, IEnumerable<SonraiSwimlane> known) => new(
        "SwimlaneNotFound",
        $"There is no swimlane '{title}'.",
        known.Any()
            ? $"Give one of these: {string.Join(", ", known.Select(one => $"'{one.Title}'"))}."
            : "The tenant lists no swimlanes: make one in the Sonrai portal, or leave the swimlane out to mean the whole estate.",
        ProblemKind.NotFound)
    { Target = title };

    public static Problem Ambiguous(string title, IEnumerable<SonraiSwimlane> known) => new(
        "SwimlaneAmbiguous",
        $"More than one swimlane is called '{title}'.",
        $"Give the SRN of one: {string.Join(", ", known.Select(one => one.Srn))}.",
        ProblemKind.InvalidInput)
    { Target = title };
}
