using Amazon.Runtime;

namespace SonraiControlTower.Aws.Protocol;

/// <summary>How to try again, where the session or its profile says so.</summary>
/// <param name="Mode">The retry mode; null for the SDK's default.</param>
/// <param name="Attempts">How often to try at most, the first time included; null for the default.</param>
internal sealed record Patience(RequestRetryMode? Mode = null, int? Attempts = null);
