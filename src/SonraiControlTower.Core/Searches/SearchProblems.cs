namespace SonraiControlTower;

/// <summary>What can be wrong with running a saved search.</summary>
public static class SearchProblems
{
    public static Problem Refused(string name, string answer) => new(
        "SearchRefused",
        $"Dig did not run the saved search '{name}': {answer}",
        "See which there are with Get-SonraiSearch; the name must be exactly so.",
        ProblemKind.NotFound)
    { Target = name };
}
