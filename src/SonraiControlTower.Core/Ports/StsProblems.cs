namespace SonraiControlTower;

/// <summary>What STS can refuse, access denied aside.</summary>
public static class StsProblems
{
    /// <summary>The id of <see cref="RegionDisabled"/>.</summary>
    public const string RegionDisabledId = "StsRegionDisabled";

    public static Problem MalformedExternalId { get; } = new(
        "MalformedExternalId",
        "What was given is not an external id: it has 2 to 1,224 letters, digits and the signs _+=,.@:/-.",
        "Copy it from the collector deployment in the Sonrai portal; it is not shown here on purpose.",
        ProblemKind.InvalidInput);

    /// <summary>The problem behind one of STS's own error codes; null for a code that is not its own.</summary>
    public static Problem? Of(string operation, string code, string why) => code switch
    {
        "RegionDisabledException" => RegionDisabled(operation, why),
        "MalformedPolicyDocument" or "PackedPolicyTooLarge" => IamProblems.MalformedPolicy(operation, why),
        "ValidationError" => IamProblems.Refused(operation, why),
        _ => null,
    };

    public static Problem RegionDisabled(string operation, string why) => new(
        "StsRegionDisabled",
        $"STS is switched off in this region for the account, so AWS refused {operation}: {why}",
        "Give another region, or switch STS on in the account settings of IAM.",
        ProblemKind.NotAllowed);
}
