namespace SonraiControlTower;

/// <summary>Settles which collector deployment is meant.</summary>
public static class CollectorChoice
{
    /// <summary>
    /// The collector of that name or SRN; without one, the only collector there is. The name is compared without regard to case.
    /// </summary>
    /// <exception cref="SonraiException"><c>CollectorNotFound</c>, <c>CollectorAmbiguous</c>, <c>CollectorRequired</c>, <c>NoCollector</c>.</exception>
    public static async Task<SonraiCollector> ChooseAsync(ICollectors collectors, string? nameOrSrn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(collectors);
        var known = await collectors.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var meant = nameOrSrn is null
            ? known
            : known.FindAll(one => one.Srn == nameOrSrn || one.Name.Equals(nameOrSrn, StringComparison.OrdinalIgnoreCase));

        return (meant, nameOrSrn) switch
        {
            ([var only], _) => only,
            ([], null) => throw new SonraiException(CollectorProblems.None),
            ([], _) => throw new SonraiException(CollectorProblems.NotFound(nameOrSrn, known)),
            (_, null) => throw new SonraiException(CollectorProblems.Required(known)),
            _ => throw new SonraiException(CollectorProblems.Ambiguous(nameOrSrn, meant)),
        };
    }
}
