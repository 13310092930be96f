using System.Globalization;

namespace SonraiControlTower;

/// <summary>What can go wrong with a rotation. No message repeats a token.</summary>
public static class RotationProblems
{
    private const string ByItself = "Secrets Manager tries a rotation again by itself; Update-SonraiToken begins one now.";

    public static Problem RequestUnreadable(string why) => new(
        "RotationRequestUnreadable",
        $"What came is not a step of a rotation: {why}.",
        "Let Secrets Manager call the function; Update-SonraiToken begins a rotation.",
        ProblemKind.InvalidInput);

    public static Problem NotEnabled(string secret) => new(
        "RotationNotEnabled",
        $"The secret '{secret}' is not set to be rotated.",
        "Bring the stack up to date with Update-SonraiIntegration; it sets the rotation.",
        ProblemKind.Conflict)
    { Target = secret };

    public static Problem VersionUnfit(string secret, string version, string why) => new(
        "RotationVersionUnfit",
        $"The version '{version}' of the secret '{secret}' is not one that is being made: {why}.",
        ByItself,
        ProblemKind.Conflict)
    { Target = secret };

    public static Problem SecretUnusable(string secret, string why) => new(
        "TokenSecretUnusable",
        $"The secret '{secret}' has no API token that can be used: {why}.",
        """Put a token of Sonrai Dig into it, as {"sonrai_token": "…"}, or give the stack another with Update-SonraiIntegration.""",
        ProblemKind.NotFound)
    { Target = secret };

    public static Problem OutlivedByInterval(TimeSpan lifetime, TimeSpan interval) => new(
        "TokenOutlivedByInterval",
        $"A token that is valid for {Days(lifetime)} would end before the next rotation, which is {Days(interval)} later.",
        "Ask for a longer lifetime (TokenLifetimeDays), or rotate more often (RotationDays). What a tenant grants at most is its own policy.",
        ProblemKind.InvalidInput);

    public static Problem IntervalTooShort(TimeSpan interval) => new(
        "RotationIntervalTooShort",
        $"The secret is to be rotated every {Days(interval)}, and AWS rotates every 4 hours at most.",
        "Give more time between two rotations (RotationDays).",
        ProblemKind.InvalidInput);

    public static Problem NewTokenRefused(string why) => new(
        "NewTokenRefused",
        $"Dig does not accept the token that it made for this rotation: {why}",
        $"The old token stays in use. {ByItself}",
        ProblemKind.NotAuthenticated);

    private static string Days(TimeSpan span) => span.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} days")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} hours");
}
