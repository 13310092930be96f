namespace SonraiControlTower.Dig;

/// <summary>The user whose token the session has. Whoever asks first remembers it: a token stays its user's, and its renewal too.</summary>
internal sealed class CurrentUser(GraphQLChannel channel, DocumentLibrary documents)
{
    /// <summary>What the tenant said when it was last asked; null where it was not, or did not say.</summary>
    public WireUser? Known { get; set; }

    /// <exception cref="SonraiException"><c>DigUnexpectedAnswer</c> where the tenant does not say, or what it answers.</exception>
    public async Task<string> SrnAsync(CancellationToken cancellationToken)
    {
        var document = documents["SonraiCurrentUsers"];
        if (Known?.Srn is null)
        {
            var reply = await channel.SendAsync(GraphQLRequest.For(document, []), cancellationToken).ConfigureAwait(false);
            var users = reply.AnswerOrThrow().Read(document.Name, document.ResponseKey, WireJson.Default.CardWireUser);
            Known = users.Items?.OfType<WireUser>().FirstOrDefault();
        }

        return Known?.Srn
            ?? throw new SonraiException(DigProblems.UnexpectedAnswer(document.Name, "it does not say whose token this is, and a comment needs its author."));
    }
}
