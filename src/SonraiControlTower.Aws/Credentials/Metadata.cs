namespace SonraiControlTower.Aws.Credentials;

/// <summary>The EC2 instance metadata service.</summary>
internal static class Metadata
{
    /// <summary>
    /// True if there is one here and the environment does not forbid to ask it
    /// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html">IMDS credential provider</see>).
    /// </summary>
    public static bool MayBeAsked(IMachine machine) =>
        !string.Equals(machine.Variable("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase) && machine.IsEc2Instance;
}
