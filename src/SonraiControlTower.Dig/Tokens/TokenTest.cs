namespace SonraiControlTower.Dig;

/// <summary>
/// Judges a token: first by what it says of itself, which costs nothing and sends it nowhere, then by asking the tenant with it.
/// </summary>
internal sealed class TokenTest(GraphQLChannel channel, DocumentLibrary documents, CurrentUser currentUser, TimeProvider clock)
{
    public async Task<TokenVerdict> RunAsync(ApiToken? token, CancellationToken cancellationToken)
    {
        Credential tested;
        try
        {
            tested = token is null ? channel.Session : Credential.Of(token);
        }
        catch (SonraiException exception)
        {
            return new TokenVerdict { Status = TokenStatus.Malformed, Reason = Reason(exception.Problem) };
        }

        // A token of another tenant is not shown to this one.
        return IsForeign(tested.Claims)
            ? Verdict(tested, TokenStatus.WrongTenant, Reason(TokenProblems.WrongTenant(NameOf(channel.Session.Claims)!, NameOf(tested.Claims))))
            : await AskAsync(tested, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TokenVerdict> AskAsync(Credential tested, CancellationToken cancellationToken)
    {
        var document = documents["SonraiCurrentUsers"];
        var reply = await channel.SendAsync(GraphQLRequest.For(document, []), cancellationToken, tested).ConfigureAwait(false);
        if (reply.Failure?.Problem is { Kind: ProblemKind.NotAuthenticated } problem)
        {
            return Verdict(tested, StatusOf(problem), Reason(problem));
        }

        // Whoever gets an answer was let in; a token that may not ask about users is a good token all the same.
        var answer = reply.AnswerOrThrow();
        var users = answer.HasErrors ? null : answer.Read(document.Name, document.ResponseKey, WireJson.Default.CardWireUser);
        var user = users?.Items?.OfType<WireUser>().FirstOrDefault();
        if (tested == channel.Session)
        {
            currentUser.Known = user;
        }

        return Verdict(tested, TokenStatus.Valid) with { User = user?.Email ?? user?.Srn };
    }

    private static string StatusOf(Problem problem) => problem.Id switch
    {
        "TokenExpired" => TokenStatus.Expired,
        "WrongTenant" => TokenStatus.WrongTenant,
        _ => TokenStatus.Refused,
    };

    private TokenVerdict Verdict(Credential tested, string status, string? reason = null)
    {
        var left = tested.Claims.ExpiresAt - clock.GetUtcNow();
        return new TokenVerdict
        {
            Status = status,
            Tenant = tested.Claims.Org,
            ExpiresAt = tested.Claims.ExpiresAt,
            TimeLeft = left < TimeSpan.Zero ? TimeSpan.Zero : left,
            Reason = reason,
        };
    }

    /// <summary>Claims are compared, not hosts: an address given outright need not be the one that the claims tell.</summary>
    private bool IsForeign(TokenClaims claims) =>
        channel.Session.Claims.Org is not null && (claims.Org, claims.Env) != (channel.Session.Claims.Org, channel.Session.Claims.Env);

    private static string? NameOf(TokenClaims claims) => claims.Org is null ? null : $"{claims.Org} ({claims.Env})";

    private static string Reason(Problem problem) => $"{problem.Message} {problem.Remedy}";
}
