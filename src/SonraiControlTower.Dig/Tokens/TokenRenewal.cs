namespace SonraiControlTower.Dig;

/// <summary>
/// Renews the token of a session that outlives it: half an hour before its end the session's own token makes another with the same lifetime. An
/// ended token cannot be renewed. The old one is left to end by itself.
/// </summary>
internal sealed class TokenRenewal(GraphQLChannel channel, ITokens tokens, TimeProvider clock)
{
    public const string Name = "SonraiControlTower session";

    private static readonly TimeSpan _due = TimeSpan.FromMinutes(30);

    // Nothing shorter is granted to public clients: a token that was not made by Dig for use is not renewed.
    private static readonly TimeSpan _shortest = TimeSpan.FromHours(2);

    private static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromMinutes(1);

    private int _renewing;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Renews the token if it is due. Where that fails the old token, which is still good, goes on.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        // Whoever comes while another renews, the renewal's own request among them, goes on with the old token.
        if (!IsDue() || Interlocked.Exchange(ref _renewing, 1) == 1)
        {
            return;
        }

        try
        {
            // Asked again: another may have renewed it since the first question.
            if (IsDue())
            {
                await RenewAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (SonraiException)
        {
            // Not told: the request at hand is not about this, and once the old token has ended every request says TokenExpired.
            _notBefore = clock.GetUtcNow() + _pauseAfterFailure;
        }
        finally
        {
            Volatile.Write(ref _renewing, 0);
        }
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var old = channel.Session.Claims;
        var made = Credential.Of((await tokens.CreateAsync(Name, old.Lifetime!.Value, cancellationToken).ConfigureAwait(false)).Secret);

        // INVARIANT: a session stays with its tenant.
        if ((made.Claims.Org, made.Claims.Env) == (old.Org, old.Env) && made.Claims.ExpiresAt > old.ExpiresAt)
        {
            channel.Session = made;
        }
        else
        {
            _notBefore = clock.GetUtcNow() + _pauseAfterFailure;
        }
    }

    private bool IsDue()
    {
        var claims = channel.Session.Claims;
        var now = clock.GetUtcNow();
        return now >= _notBefore && claims.Lifetime >= _shortest && claims.ExpiresAt > now && claims.ExpiresAt - now <= _due;
    }
}
