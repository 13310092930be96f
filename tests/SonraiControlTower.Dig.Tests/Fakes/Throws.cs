namespace SonraiControlTower.Dig.Tests;

internal static class Throws
{
    /// <summary>The problem that an operation ends with.</summary>
    public static async Task<Problem> ProblemOf(Task operation) => (await Should.ThrowAsync<SonraiException>(operation)).Problem;
}
