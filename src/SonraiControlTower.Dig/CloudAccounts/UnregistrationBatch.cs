using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>Ends registrations, all in one request, and gives the problem of each that may not have ended.</summary>
internal sealed class UnregistrationBatch(GraphQLChannel channel, DocumentLibrary documents)
{
    public async Task<IReadOnlyDictionary<AccountId, Problem>> SendAsync(IReadOnlyList<SonraiAccount> accounts, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(accounts.Count, AccountUnregistrar.BatchSize);
        var problems = new Dictionary<AccountId, Problem>();
        if (accounts.Count == 0)
        {
            return problems;
        }

        var document = documents["DeletePlatformcloudaccount"];
        var runs = accounts.Select(account => new JsonObject { ["srn"] = account.Srn }).ToList();
        var reply = await channel.SendAsync(BatchComposer.Compose(document, runs), cancellationToken).ConfigureAwait(false);
        var answer = reply.LeavesOpen ? null : reply.AnswerOrThrow();
        if (answer?.IsRequestRefused == true)
        {
            throw new SonraiException(DigProblems.Errors(document.Name, answer.Messages));
        }

        for (var run = 0; run < accounts.Count; run++)
        {
            var id = AccountId.Parse(accounts[run].AccountId);
            var problem = answer is null ? reply.Failure!.Problem : Judge(document, answer, id, BatchComposer.Alias(run));
            if (problem is not null)
            {
                problems[id] = problem;
            }
        }

        return problems;
    }

    /// <summary>What the scalar says is not public, so only errors tell: about this account, or about none in particular.</summary>
    private static Problem? Judge(GraphQLDocument document, GraphQLAnswer answer, AccountId id, string alias) =>
        answer.ErrorOf(alias) is { } error ? RegistrationProblems.UnregistrationRefused(id, error.Message ?? "(no reason)")
        : answer.Field(alias) is null && answer.Errors?.Any(other => other.RootKey is null) == true ? DigProblems.Errors(document.Name, answer.Messages)
        : null;
}
