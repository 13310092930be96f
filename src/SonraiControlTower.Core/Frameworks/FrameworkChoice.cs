namespace SonraiControlTower;

/// <summary>Settles which control frameworks are meant where tickets are filtered by them.</summary>
public static class FrameworkChoice
{
    /// <summary>The frameworks of that SRN, or whose title is accepted; Sonrai's own and the tenant's copies alike.</summary>
    /// <param name="known">Those that there are.</param>
    /// <param name="text">What was given: an SRN, a title, or a pattern.</param>
    /// <param name="isOne">True where it names one framework, so that none is an error.</param>
    /// <param name="titleMatches">Judges a title by what was given.</param>
    /// <exception cref="SonraiException"><c>FrameworkNotFound</c>.</exception>
    public static IReadOnlyList<SonraiControlFramework> Choose(
        IReadOnlyList<SonraiControlFramework> known, string text, bool isOne, Func<string, bool> titleMatches)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(titleMatches);
        List<SonraiControlFramework> meant = [.. known.Where(one => one.Srn == text || titleMatches(one.Title))];
        return meant.Count == 0 && isOne ? throw new SonraiException(FrameworkProblems.NotFound(text, known)) : meant;
    }
}
