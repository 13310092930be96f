using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>Registers accounts, all in one request, and says of each what came of it.</summary>
internal sealed class RegistrationBatch(GraphQLChannel channel, DocumentLibrary documents)
{
    public async Task<IReadOnlyList<RegistrationAnswer>> SendAsync(
        SonraiCollector collector, IReadOnlyList<RegistrationRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(requests.Count, AccountRegistrar.BatchSize);
        if (requests.Count == 0)
        {
            return [];
        }

        var document = documents["CreatePlatformcloudaccount"];
        var runs = requests.Select(request => new JsonObject { ["account"] = AccountBlob.Creator(collector, request) }).ToList();
        var reply = await channel.SendAsync(BatchComposer.Compose(document, runs), cancellationToken).ConfigureAwait(false);
        if (reply.LeavesOpen)
        {
            return [.. requests.Select(request => Unknown(request, RegistrationProblems.AnswerLost(request.AccountId)))];
        }

        var answer = reply.AnswerOrThrow();
        return answer.IsRequestRefused
            ? throw new SonraiException(DigProblems.Errors(document.Name, answer.Messages))
            : [.. requests.Select((request, run) => Judge(document, answer, request, BatchComposer.Alias(run)))];
    }

    private static RegistrationAnswer Judge(GraphQLDocument document, GraphQLAnswer answer, RegistrationRequest request, string alias)
    {
        // Anything but null says that it was made: the shape of the answer must not make a registration look undone.
        if (answer.Field(alias) is { } made)
        {
            return new RegistrationAnswer(request.AccountId, RegistrationOutcome.Made, SrnOf(made), null);
        }

        if (answer.ErrorOf(alias) is { } error)
        {
            var refusal = RegistrationProblems.Refused(request.AccountId, error.Message ?? "(no reason)");
            return new RegistrationAnswer(request.AccountId, RegistrationOutcome.Refused, null, refusal);
        }

        // Neither made nor refused by name: an error that is about no account in particular may have come after the deed.
        return Unknown(request, answer.HasErrors
            ? DigProblems.Errors(document.Name, answer.Messages)
            : RegistrationProblems.AnswerLost(request.AccountId));
    }

    private static string? SrnOf(JsonElement made) =>
        made.ValueKind == JsonValueKind.Object && made.TryGetProperty("srn", out var srn) && srn.ValueKind == JsonValueKind.String ? srn.GetString() : null;

    private static RegistrationAnswer Unknown(RegistrationRequest request, Problem problem) =>
        new(request.AccountId, RegistrationOutcome.Unknown, null, problem);
}
