namespace SonraiControlTower;

/// <summary>An API token as Dig lists it, without its secret.</summary>
public sealed record SonraiToken
{
    /// <summary>The name it was made with.</summary>
    public required string Name { get; init; }

    /// <summary>Sonrai's resource name of the token; null where the tenant did not say.</summary>
    public string? Srn { get; init; }

    /// <summary>When it was made; null where the tenant did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ends, as Dig granted it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public override string ToString() => Name;
}

/// <summary>A token just made: what Dig says of it, and the secret that Dig tells only once.</summary>
public sealed record NewToken(SonraiToken Token, ApiToken Secret);
