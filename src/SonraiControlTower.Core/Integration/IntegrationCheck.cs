namespace SonraiControlTower;

/// <summary>One thing that was looked at of the integration, and how it is.</summary>
public sealed record IntegrationCheck
{
    /// <summary>What was looked at.</summary>
    public required string Check { get; init; }

    /// <summary>A word of <see cref="CheckStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>What was seen.</summary>
    public required string Evidence { get; init; }

    /// <summary>What to do about it; null where nothing is to be done.</summary>
    public string? Remedy { get; init; }

    /// <summary>True where everything is as it shall be.</summary>
    public bool HasPassed => Status == CheckStatus.Pass;

    internal static IntegrationCheck Pass(string check, string evidence) => new() { Check = check, Status = CheckStatus.Pass, Evidence = evidence };

    internal static IntegrationCheck Warn(string check, string evidence, string remedy) =>
        new() { Check = check, Status = CheckStatus.Warn, Evidence = evidence, Remedy = remedy };

    internal static IntegrationCheck Fail(string check, string evidence, string remedy) =>
        new() { Check = check, Status = CheckStatus.Fail, Evidence = evidence, Remedy = remedy };

    public override string ToString() => $"{Status} {Check}";
}

/// <summary>How something is that was looked at; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class CheckStatus
{
    /// <summary>It is as it shall be.</summary>
    public const string Pass = nameof(Pass);

    /// <summary>It works, and needs somebody's eye.</summary>
    public const string Warn = nameof(Warn);

    /// <summary>It does not work.</summary>
    public const string Fail = nameof(Fail);
}
