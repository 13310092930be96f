using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>
/// Changes registrations, all in one request, and reads them back. The operation is inferred, so the schema is asked for it before its first use;
/// and a tenant is taken to replace a blob whole, so what it keeps there is read right before, and sent along.
/// </summary>
internal sealed class AccountUpdateBatch(GraphQLChannel channel, DocumentLibrary documents, SchemaProbe probe, AccountReader reader)
{
    public async Task<IReadOnlyList<AccountUpdateAnswer>> SendAsync(IReadOnlyList<AccountUpdate> updates, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(updates.Count, AccountUpdater.BatchSize);
        if (updates.Count == 0)
        {
            return [];
        }

        var document = documents["UpdatePlatformcloudaccount"];
        await probe.DemandAsync(document, AccountUpdateProblems.InThePortal, cancellationToken).ConfigureAwait(false);
        var before = await ReadAsync(updates, cancellationToken).ConfigureAwait(false);

        // An account that was registered anew since it was considered has another SRN: it is not the one that was meant.
        var steps = updates.ToLookup(update => before.GetValueOrDefault(IdOf(update))?.Account.Srn == update.Account.Srn);
        var gone = steps[false].Select(update => Gone(update, before.GetValueOrDefault(IdOf(update))));
        List<AccountUpdate> sent = [.. steps[true]];
        return sent.Count == 0 ? [.. gone] : [.. gone, .. await SendAsync(document, sent, before, cancellationToken).ConfigureAwait(false)];
    }

    private async Task<IEnumerable<AccountUpdateAnswer>> SendAsync(
        GraphQLDocument document, List<AccountUpdate> sent, Dictionary<AccountId, FoundAccount> before, CancellationToken cancellationToken)
    {
        var runs = sent.ConvertAll(update => new JsonObject
        {
            ["srn"] = update.Account.Srn,
            ["account"] = AccountBlob.Updater(before[IdOf(update)].Blob, update),
        });
        var reply = await channel.SendAsync(BatchComposer.Compose(document, runs), cancellationToken).ConfigureAwait(false);
        var answer = reply.LeavesOpen ? null : reply.AnswerOrThrow();
        if (answer?.IsRequestRefused == true)
        {
            throw new SonraiException(DigProblems.Errors(document.Name, answer.Messages));
        }

        var problems = sent.Select((update, run) => answer is null
            ? AccountUpdateProblems.AnswerLost(IdOf(update))
            : Judge(document, answer, IdOf(update), BatchComposer.Alias(run)));
        try
        {
            var now = await ReadAsync(sent, cancellationToken).ConfigureAwait(false);
            return sent.Zip(problems, (update, problem) => Answer(before[IdOf(update)], now.GetValueOrDefault(IdOf(update)), problem));
        }
        catch (SonraiException lost)
        {
            // Dig may have changed them, and went away before it could be asked: that must be told of each, with what it said before.
            return sent.Zip(problems, (update, problem) => new AccountUpdateAnswer(IdOf(update), null, problem ?? lost.Problem));
        }
    }

    /// <summary>Only errors tell: about this account, or about none in particular. How the account is now tells the rest.</summary>
    private static Problem? Judge(GraphQLDocument document, GraphQLAnswer answer, AccountId id, string alias) =>
        answer.ErrorOf(alias) is { } error ? AccountUpdateProblems.Refused(id, error.Message ?? "(no reason)")
        : answer.Field(alias) is null && answer.Errors?.Any(other => other.RootKey is null) == true ? DigProblems.Errors(document.Name, answer.Messages)
        : null;

    private static AccountUpdateAnswer Answer(FoundAccount before, FoundAccount? now, Problem? problem) => new(before.Id, now?.Account, problem)
    {
        Lost = now is null ? [] : AccountBlob.Lost(before.Blob, now.Blob),
    };

    private static AccountUpdateAnswer Gone(AccountUpdate update, FoundAccount? now) =>
        new(IdOf(update), now?.Account, AccountUpdateProblems.Refused(IdOf(update), $"there is no registration '{update.Account.Srn}' any more."));

    private async Task<Dictionary<AccountId, FoundAccount>> ReadAsync(IEnumerable<AccountUpdate> updates, CancellationToken cancellationToken) =>
        (await reader.FindAsync([.. updates.Select(IdOf)], cancellationToken).ConfigureAwait(false)).ToDictionary(found => found.Id);

    private static AccountId IdOf(AccountUpdate update) => AccountId.Parse(update.Account.AccountId);
}
