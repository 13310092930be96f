namespace SonraiControlTower;

/// <summary>Whether a token is good, and for how long.</summary>
public sealed record TokenVerdict
{
    /// <summary>The verdict.</summary>
    public required string Status { get; init; }

    /// <summary>True if Dig accepts the token.</summary>
    public bool IsValid => Status == TokenStatus.Valid;

    /// <summary>The tenant that the token names; null where it names none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The user whose rights the token carries; null where Dig did not say.</summary>
    public string? User { get; init; }

    /// <summary>When it ends; null where the token does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How long it is good for yet; zero once it has ended, null where the token does not say.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Why a token is not valid, and what to do; null for a valid one.</summary>
    public string? Reason { get; init; }

    /// <summary>The verdict on a token as the tenant lists it: what is listed was not revoked, so only its end can speak against it.</summary>
    public static TokenVerdict OfListed(SonraiToken token, string tenant, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        var ended = token.ExpiresAt <= now;
        return new TokenVerdict
        {
            Status = ended ? TokenStatus.Expired : TokenStatus.Valid,
            Tenant = tenant,
            ExpiresAt = token.ExpiresAt,
            TimeLeft = ended ? TimeSpan.Zero : token.ExpiresAt - now,
            Reason = ended ? TokenProblems.Expired(token.ExpiresAt).Message : null,
        };
    }
}

/// <summary>The verdicts on a token; text for the same reason as <see cref="RegistrationStatus"/>.</summary>
public static class TokenStatus
{
    /// <summary>Dig accepts it.</summary>
    public const string Valid = nameof(Valid);

    /// <summary>It has ended. An ended token cannot be renewed.</summary>
    public const string Expired = nameof(Expired);

    /// <summary>It is for another tenant than the one asked.</summary>
    public const string WrongTenant = nameof(WrongTenant);

    /// <summary>Dig does not accept it, though by its own account it has not ended: it was revoked, or is not genuine.</summary>
    public const string Refused = nameof(Refused);

    /// <summary>It is not a Sonrai API token at all.</summary>
    public const string Malformed = nameof(Malformed);
}
