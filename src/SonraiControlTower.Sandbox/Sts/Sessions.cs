using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>The keys that the sandbox's STS has given, and who is behind keys.</summary>
internal sealed class Sessions(LandingZone zone)
{
    /// <summary>The profile that stands for the collector itself, in the account that it runs in.</summary>
    public const string CollectorProfile = "collector";

    // AWS's own temporary keys begin with ASIA, too: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    private const string Prefix = "ASIASANDBOX";
    private readonly Dictionary<string, (Caller Caller, DateTimeOffset ExpiresAt)> _sessions = [];
    private long _given;

    public AwsKeys Open(Caller caller, TimeSpan duration)
    {
        var key = Prefix + (++_given).ToString("D9", CultureInfo.InvariantCulture);
        _sessions.Add(key, (caller, zone.Agenda.Now + duration));
        zone.Agenda.In(duration, () => _sessions.Remove(key));
        return new AwsKeys(key, "sandbox", $"sandbox-session-{key}");
    }

    /// <summary>
    /// Who asks. Keys of this sandbox are a role's session; the profile <c>collector</c> is the collector's own role. Anything else, no keys at
    /// all included, is the administrator of the management account: the sandbox needs no credentials, and takes none for what they are not.
    /// </summary>
    /// <exception cref="AwsFault">ExpiredToken.</exception>
    public Caller Of(AwsAccess access)
    {
        if (access.Credentials?.Invoke() is { } keys && keys.AccessKey.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return _sessions.TryGetValue(keys.AccessKey, out var session)
                ? session.Caller
                : throw new AwsFault("ExpiredToken", "The security token included in the request is expired");
        }

        return CollectorProfile.Equals(access.ProfileName, StringComparison.OrdinalIgnoreCase) ? zone.Iam.Collector() : zone.Iam.Administrator();
    }

    /// <summary>The account that the keys belong to, whether they still count or not.</summary>
    public AccountId AccountOf(AwsAccess access)
    {
        try
        {
            return Of(access).Account;
        }
        catch (AwsFault)
        {
            // That keys have expired is said by the first request, as it is at AWS.
            return zone.Management;
        }
    }
}
