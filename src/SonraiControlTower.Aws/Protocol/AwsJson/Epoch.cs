namespace SonraiControlTower.Aws.Protocol.AwsJson;

/// <summary>Reads a time as awsJson writes it: seconds since 1970, with a fraction.</summary>
internal static class Epoch
{
    public static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000));

    /// <summary>A time that may be absent.</summary>
    public static DateTimeOffset? AtOrNull(double? seconds) => seconds is { } known ? At(known) : null;
}
