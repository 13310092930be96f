using SonraiControlTower.Hosting;

namespace SonraiControlTower;

/// <summary>What a session is connected to.</summary>
public sealed record SonraiContext
{
    /// <summary>Sandbox, Local or Tenant.</summary>
    public required string Mode { get; init; }

    /// <summary>The tenant's id; for the local engine, the name it goes by.</summary>
    public required string Tenant { get; init; }

    /// <summary>The tenant's GraphQL address; null where the engine is local.</summary>
    public string? Endpoint { get; init; }

    /// <summary>When the session's token ends; null where there is none or it does not say.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>The AWS region named at connecting; null where it is left to the environment.</summary>
    public string? Region { get; init; }

    /// <summary>The AWS profile named at connecting; null where it is left to the environment.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The folder that the local engine was given to know AWS by, and that it keeps its store in; null where it keeps everything in memory.</summary>
    public string? Data { get; init; }

    /// <summary>When the session was opened.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    internal ILandingZone? LandingZone { get; init; }

    /// <summary>The sandbox's landing zone, to make accounts in it as Account Factory does, and to break things on purpose.</summary>
    /// <exception cref="SonraiException"><c>NotASandbox</c>.</exception>
    public ILandingZone GetLandingZone() => LandingZone ?? throw new SonraiException(SessionProblems.NotASandbox);
}

/// <summary>What can stand behind the commands; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class SonraiMode
{
    /// <summary>A made-up landing zone and the local engine, both in memory: no AWS, no tenant.</summary>
    public const string Sandbox = nameof(Sandbox);

    /// <summary>Real AWS and the local engine.</summary>
    public const string Local = nameof(Local);

    /// <summary>Real AWS and a Sonrai Dig tenant.</summary>
    public const string Tenant = nameof(Tenant);
}
