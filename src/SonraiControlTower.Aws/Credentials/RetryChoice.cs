using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Credentials;

/// <summary>
/// Settles how to try again. The SDK reads these settings once for the whole process and of the default profile only; a PowerShell session sets
/// variables, and names profiles, as it goes.
/// Source: <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.
/// </summary>
internal sealed class RetryChoice(IMachine machine)
{
    public Patience Settle(CredentialProfile? profile) => new(
        Enum.TryParse<RequestRetryMode>(machine.Variable("AWS_RETRY_MODE"), ignoreCase: true, out var mode) ? mode : profile?.RetryMode,
        int.TryParse(machine.Variable("AWS_MAX_ATTEMPTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts > 0
            ? attempts
            : profile?.MaxAttempts);
}
