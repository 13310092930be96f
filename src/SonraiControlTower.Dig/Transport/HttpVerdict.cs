namespace SonraiControlTower.Dig;

/// <summary>What HTTP statuses and broken connections mean here.</summary>
internal sealed class HttpVerdict(string tenant, TimeProvider clock)
{
    /// <summary>The failure that a status stands for; null where the body has the answer.</summary>
    public Failure? Of(HttpResponseMessage response, string operation, TokenClaims claims)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            // GraphQL over HTTP may refuse a document with 400 or 422; the body says why.
            (>= 200 and < 300) or 400 or 422 => null,
            401 => new Failure(FailureKind.Refused, HasEnded(claims) ? TokenProblems.Expired(claims.ExpiresAt) : TokenProblems.Refused(tenant)),
            402 or 403 or 404 => new Failure(FailureKind.Refused, TokenProblems.WrongTenant(tenant, status)),
            429 => new Failure(FailureKind.Throttled, DigProblems.Throttled(tenant)) { RetryAfter = RetryAfter(response) },
            408 or >= 500 => new Failure(FailureKind.Lost, DigProblems.ServerError(tenant, status)) { RetryAfter = RetryAfter(response) },
            >= 300 and < 400 => new Failure(FailureKind.Refused, DigProblems.UnexpectedAnswer(
                operation, $"it redirects (HTTP {status}), which is not followed because it could carry the token elsewhere.")),
            _ => new Failure(FailureKind.Refused, DigProblems.UnexpectedAnswer(operation, $"HTTP {status}.")),
        };
    }

    /// <summary>The failure that a broken connection stands for.</summary>
    public Failure Of(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError =>
            Unreachable(FailureKind.NeverSent, exception.Message, exception),

        // No certificate becomes good by asking again.
        HttpRequestError.SecureConnectionError =>
            Unreachable(FailureKind.Refused, exception.InnerException?.Message ?? exception.Message, exception),
        _ => Cut(exception),
    };

    public Failure Cut(Exception exception) =>
        Unreachable(FailureKind.Lost, "the connection was cut before the whole answer arrived.", exception);

    public Failure TimedOut(TimeSpan limit, Exception exception) =>
        Unreachable(FailureKind.Lost, $"it did not answer within {limit.TotalSeconds:0} seconds.", exception);

    public bool HasEnded(TokenClaims claims) => claims.ExpiresAt <= clock.GetUtcNow();

    private Failure Unreachable(FailureKind kind, string why, Exception cause) =>
        new(kind, DigProblems.Unreachable(tenant, why)) { Cause = cause };

    /// <summary>Seconds or a date; null where there is nothing to wait for, so that the growing pauses apply.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return pause > TimeSpan.Zero ? pause : null;
    }
}
