using System.Security;

namespace SonraiControlTower;

/// <summary>A token just made, its secret protected. Dig tells the secret only once.</summary>
public sealed record IssuedToken
{
    /// <summary>The name it was made with.</summary>
    public required string Name { get; init; }

    /// <summary>When it ends, as Dig granted it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The secret.</summary>
    public required SecureString Token { get; init; }

    /// <summary>Sonrai's resource name of the token; null where the tenant did not say.</summary>
    public string? Srn { get; init; }

    public override string ToString() => Name;
}

/// <summary>A token just made, its secret in plain text because <c>-AsPlainText</c> asked for it.</summary>
public sealed record IssuedPlainTextToken
{
    /// <summary>The name it was made with.</summary>
    public required string Name { get; init; }

    /// <summary>When it ends, as Dig granted it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The secret, in plain text.</summary>
    public required string Token { get; init; }

    /// <summary>Sonrai's resource name of the token; null where the tenant did not say.</summary>
    public string? Srn { get; init; }

    public override string ToString() => Name;
}
