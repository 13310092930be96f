namespace SonraiControlTower;

/// <summary>Settles which swimlane is meant.</summary>
public static class SwimlaneChoice
{
    /// <summary>The swimlane of that title or SRN. The title is compared without regard to case.</summary>
    /// <exception cref="SonraiException"><c>SwimlaneNotFound</c>, <c>SwimlaneAmbiguous</c>.</exception>
    public static async Task<SonraiSwimlane> ChooseAsync(ISwimlanes swimlanes, string titleOrSrn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(swimlanes);
        ArgumentNullException.ThrowIfNull(titleOrSrn);
        var known = await swimlanes.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var meant = known.FindAll(one => Is(one, titleOrSrn));
        return meant switch
        {
            [var only] => only,
            [] when Is(swimlanes.Global, titleOrSrn) => swimlanes.Global,
            [] => throw new SonraiException(SwimlaneProblems.NotFound(titleOrSrn, known)),
            _ => throw new SonraiException(SwimlaneProblems.Ambiguous(titleOrSrn, meant)),
        };
    }

    private static bool Is(SonraiSwimlane swimlane, string titleOrSrn) =>
        swimlane.Srn == titleOrSrn || swimlane.Title.Equals(titleOrSrn, StringComparison.OrdinalIgnoreCase);
}
