namespace SonraiControlTower;

/// <summary>What can be wrong with AWS's Service Reference.</summary>
public static class CatalogProblems
{
    public static Problem Unreachable(Uri address, string why) => new(
        "ServiceReferenceUnreachable",
        $"AWS's Service Reference could not be fetched from '{address}': {why}",
        "The catalogue stays what it was. See to the network or the proxy, or give the address of a copy with -Endpoint, and try again.",
        ProblemKind.Unreachable)
    { Target = address };

    public static Problem Malformed(Uri address, string why) => new(
        "ServiceReferenceMalformed",
        $"What '{address}' answered is not AWS's Service Reference: {why}",
        "The catalogue stays what it was. Look at the address with a browser; a proxy may have answered instead of AWS.",
        ProblemKind.UnexpectedAnswer)
    { Target = address };
}
