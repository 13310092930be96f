namespace SonraiControlTower.Hosting;

/// <summary>What one runspace and its jobs are connected to: the two sides, seen only through Core's ports. It ends with the last who has it.</summary>
internal sealed class Session(Func<SonraiContext> context, IAws aws, IDig dig, AwsAccess awsAccess, params IDisposable[] owned) : IDisposable
{
    private int _holders = 1;

    /// <summary>What the session is connected to, as it is now: a tenant's token may have been renewed since.</summary>
    public SonraiContext Context => context();

    public IAws Aws { get; } = aws;

    public IDig Dig { get; } = dig;

    /// <summary>What the local engine knows and concludes, whatever Dig is.</summary>
    public required IAnalysis Analysis { get; init; }

    /// <summary>What was remedied, and how to take it back.</summary>
    public required IRemediationJournal Journal { get; init; }

    /// <summary>A word that no other session has.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("n");

    /// <summary>The clock that AWS's operations are waited for by; the sandbox's runs faster than ours.</summary>
    public TimeProvider AwsClock { get; init; } = TimeProvider.System;

    /// <summary>Opens Dig as whoever has a token, as the integration's functions do.</summary>
    public required Func<ApiToken, Uri?, IDig> OpenDig { get; init; }

    /// <summary>How Connect-Sonrai was told to reach AWS; a command's own parameters go before it.</summary>
    public AwsAccess AwsAccess { get; } = awsAccess;

    /// <summary>One more has it, and disposes of it as the first does.</summary>
    public void Hold() => Interlocked.Increment(ref _holders);

    public void Dispose()
    {
        foreach (var one in Interlocked.Decrement(ref _holders) == 0 ? owned : [])
        {
            one.Dispose();
        }
    }
}
