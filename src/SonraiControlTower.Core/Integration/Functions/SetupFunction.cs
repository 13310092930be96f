using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// Brings the organization's accounts to Dig: called by CloudFormation for the stack, by a queue with events, by a schedule, and by people. Outside
/// of a queue's batch what goes wrong leaves the function, so that Lambda calls it again.
/// </summary>
internal sealed class SetupFunction(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    public Task<string> RunAsync(JsonElement payload) => payload switch
    {
        _ when payload.Text("RequestType") is not null && payload.Text("ResponseURL") is not null => new CustomResource(settings, host, deadline).RunAsync(payload),
        _ when LifecycleEvents.IsBatch(payload) => new QueueBatch(settings, host, deadline).RunAsync(payload),
        _ when payload.Text("source") is not null && payload.Text("detail-type") is not null => RunEventAsync(LifecycleEvent.Parse(payload)),
        _ => RunManualAsync(payload),
    };

    private async Task<string> RunEventAsync(LifecycleEvent one)
    {
        var work = new EventWork(settings, host, deadline);
        var answer = SetupAnswer.Of((await work.RunAsync([one]).ConfigureAwait(false)).Values);
        return work.NotDone(one).ToList() is { Count: > 0 } left
            ? throw new SonraiException(FunctionProblems.NotAllDone(string.Join(", ", left)))
            : Told(answer);
    }

    private async Task<string> RunManualAsync(JsonElement payload)
    {
        var request = FunctionJson.Read(payload, FunctionJson.Default.ManualRequest);
        Func<SetupSession, Task<SetupAnswer>> action = request switch
        {
            { Action: "reconcile" } => ReconcileAsync,
            { Action: "status" } => StatusAsync,
            { Action: "onboard", AccountIds: { Count: > 0 } texts } => session => OnboardAsync(session, [.. texts.Select(AccountId.Parse)]),
            { Action: "onboard" } => throw new SonraiException(FunctionProblems.RequestUnreadable("'onboard' needs 'accountIds'")),
            _ => throw new SonraiException(FunctionProblems.RequestUnreadable("it has no 'action' that is known, and is no event")),
        };
        using var session = await SetupSession.OpenAsync(settings, host, deadline.Token).ConfigureAwait(false);
        return Told(await action(session).ConfigureAwait(false));
    }

    private async Task<SetupAnswer> ReconcileAsync(SetupSession session)
    {
        var run = new Reconciliation(settings, host, deadline, session);
        await run.EverythingAsync().ConfigureAwait(false);
        return SetupAnswer.Of(run.Results.Values);
    }

    private async Task<SetupAnswer> OnboardAsync(SetupSession session, HashSet<AccountId> ids)
    {
        var run = new Reconciliation(settings, host, deadline, session);
        await run.AccountsAsync(ids).ConfigureAwait(false);
        var unknown = ids.Except(run.Results.Keys).Order().Select(id => id.ToString()).ToList();
        return SetupAnswer.Of(run.Results.Values) with { Unknown = unknown.Count > 0 ? unknown : null };
    }

    private async Task<SetupAnswer> StatusAsync(SetupSession session)
    {
        var verdict = await session.Dig.Tokens.TestAsync(null, deadline.Token).ConfigureAwait(false);
        if (!verdict.IsValid)
        {
            return new SetupAnswer { TokenStatus = verdict.Status, TokenExpiresAt = verdict.ExpiresAt };
        }

        var run = new Reconciliation(settings, host, deadline, session);
        await run.EverythingAsync(change: false).ConfigureAwait(false);
        return SetupAnswer.Of(run.Results.Values) with { TokenStatus = verdict.Status, TokenExpiresAt = verdict.ExpiresAt };
    }

    private string Told(SetupAnswer answer)
    {
        host.Log($"{answer}");
        return JsonSerializer.Serialize(answer, FunctionJson.Default.SetupAnswer);
    }
}
