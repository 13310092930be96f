using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>A tenant's API tokens.</summary>
internal sealed class DigTokens(GraphQLChannel channel, DocumentLibrary documents, SchemaProbe probe, TokenTest test) : ITokens
{
    public async Task<NewToken> CreateAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (lifetime.TotalSeconds is < 1 or > int.MaxValue)
        {
            throw new SonraiException(TokenProblems.LifetimeRefused(lifetime, "a lifetime is a number of seconds that a tenant can count."));
        }

        var document = documents["GenerateSonraiUserToken"];
        var variables = new JsonObject { ["expiresIn"] = (int)lifetime.TotalSeconds, ["name"] = name };
        var reply = await channel.SendAsync(GraphQLRequest.For(document, variables), cancellationToken).ConfigureAwait(false);

        // INVARIANT: it is never sent again once it may have been executed; every execution makes a token.
        if (reply.LeavesOpen)
        {
            throw new SonraiException(TokenProblems.AnswerLost(name), reply.Failure.Cause);
        }

        var answer = reply.AnswerOrThrow();
        var made = answer.ReadBesideErrors(document.Name, document.ResponseKey, WireJson.Default.WireToken);
        return made?.Token is { Length: > 0 } text
            ? Granted(made with { Name = made.Name ?? name }, new ApiToken(text))
            : throw new SonraiException(WhyNone(document, answer, lifetime));
    }

    public async IAsyncEnumerable<SonraiToken> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = documents["SonraiUserTokens"];
        var reply = await channel.SendAsync(GraphQLRequest.For(document, []), cancellationToken).ConfigureAwait(false);
        var card = reply.AnswerOrThrow().Read(document.Name, document.ResponseKey, WireJson.Default.CardWireToken);
        foreach (var token in (card.Items ?? []).OfType<WireToken>())
        {
            yield return token.ToToken();
        }
    }

    public async Task RemoveAsync(SonraiToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var document = documents["DeleteSonraiUserToken"];
        await probe.DemandAsync(
            document,
            $"Remove the token '{token.Name}' in the Sonrai portal (user menu, API tokens); it ends by itself in any case.",
            cancellationToken).ConfigureAwait(false);

        var srn = token.Srn ?? throw new SonraiException(TokenProblems.NotFound(token.Name));
        var request = GraphQLRequest.For(document, new JsonObject { ["srn"] = srn });
        var reply = await channel.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!reply.LeavesOpen && !reply.AnswerOrThrow().HasErrors)
        {
            return;
        }

        // Codes for "no such token" are not public, and an answer may be lost: what is listed now tells.
        var isListed = await IsListedAsync(srn, cancellationToken).ConfigureAwait(false);
        if (isListed || !reply.LeavesOpen)
        {
            throw new SonraiException(
                reply.Failure?.Problem ?? (isListed ? DigProblems.Errors(document.Name, reply.Answer!.Messages) : TokenProblems.NotFound(token.Name)));
        }
    }

    public Task<TokenVerdict> TestAsync(ApiToken? token, CancellationToken cancellationToken) => test.RunAsync(token, cancellationToken);

    /// <summary>When a token ends is what Dig granted: as its answer says, else as the token itself says.</summary>
    private static NewToken Granted(WireToken made, ApiToken secret)
    {
        var token = made.ToToken();
        return new NewToken(token with { ExpiresAt = token.ExpiresAt ?? OwnEnd(secret) }, secret);
    }

    private static DateTimeOffset? OwnEnd(ApiToken secret)
    {
        try
        {
            return TokenClaims.Read(secret).ExpiresAt;
        }
        catch (SonraiException)
        {
            // Dig tells a secret only once: one that we cannot read is given out all the same.
            return null;
        }
    }

    private static Problem WhyNone(GraphQLDocument document, GraphQLAnswer answer, TimeSpan lifetime) =>
        answer.ErrorOf(document.ResponseKey) is { } error ? TokenProblems.LifetimeRefused(lifetime, error.Message ?? "(no reason)")
        : answer.HasErrors ? DigProblems.Errors(document.Name, answer.Messages)
        : DigProblems.UnexpectedAnswer(document.Name, $"'{document.ResponseKey}' has no token.");

    private async Task<bool> IsListedAsync(string srn, CancellationToken cancellationToken)
    {
        await foreach (var token in ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (token.Srn == srn)
            {
                return true;
            }
        }

        return false;
    }
}
