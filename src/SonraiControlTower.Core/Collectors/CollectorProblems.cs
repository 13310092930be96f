namespace SonraiControlTower;

/// <summary>What can be wrong with the choice of a collector.</summary>
public static class CollectorProblems
{
    public static Problem None { get; } = new(
        "NoCollector",
        "The tenant has no collector deployment for AWS.",
        "Deploy a collector in the security account first: in the Sonrai portal, open Collectors.",
        ProblemKind.NotFound);

    public static Problem NotFound(string name, IEnumerable<SonraiCollector> known) => new(
        "CollectorNotFound",
        $"There is no collector deployment '{name}'.",
        known.Any() ? $"Give one of these: {Listed(known)}." : None.Remedy,
        ProblemKind.NotFound)
    { Target = name };

    public static Problem Required(IEnumerable<SonraiCollector> known) => new(
        "CollectorRequired",
        "The tenant has more than one collector deployment.",
        $"Name one with -Collector: {Listed(known)}.",
        ProblemKind.InvalidInput);

    public static Problem Ambiguous(string name, IEnumerable<SonraiCollector> known) => new(
        "CollectorAmbiguous",
        $"More than one collector deployment is called '{name}'.",
        $"Give the SRN of one: {string.Join(", ", known.Select(one => one.Srn))}.",
        ProblemKind.InvalidInput)
    { Target = name };

    private static string Listed(IEnumerable<SonraiCollector> known) => string.Join(", ", known.Select(one => $"'{one.Name}'"));
}
