namespace SonraiControlTower;

/// <summary>What can be wrong with the choice of a user.</summary>
public static class UserProblems
{
    public static Problem NotFound(string text) => new(
        "UserNotFound",
        $"There is no active user '{text}'.",
        "Give the address they sign in with, their name, or their SRN; Tab completes -AssignTo.",
        ProblemKind.NotFound)
    { Target = text };

    public static Problem Ambiguous(string text, IEnumerable<SonraiUser> known) => new(
        "UserAmbiguous",
        $"More than one user is called '{text}'.",
        $"Give the address or the SRN of one: {string.Join(", ", known.Select(one => one.Email ?? one.Srn))}.",
        ProblemKind.InvalidInput)
    { Target = text };
}
