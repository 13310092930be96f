using System.Text.Json;

namespace SonraiControlTower;

/// <summary>Acts on a queue's batch. The queue keeps what was not done, tries it again, and gives it to the dead-letter queue in the end.</summary>
internal sealed class QueueBatch(FunctionSettings settings, IFunctionHost host, FunctionDeadline deadline)
{
    public async Task<string> RunAsync(JsonElement payload)
    {
        var messages = LifecycleEvents.ReadBatch(payload);
        var failed = new List<string>();
        foreach (var message in messages.Where(message => message.Problem is not null))
        {
            host.Log($"Message {message.MessageId} was not understood: {message.Problem!.Message}");
            failed.Add(message.MessageId);
        }

        var readable = messages.Where(message => message.Event is not null).ToList();
        failed.AddRange(await RunAsync(readable).ConfigureAwait(false));
        return JsonSerializer.Serialize(QueueAnswer.Of(failed), FunctionJson.Default.QueueAnswer);
    }

    /// <summary>The messages that the queue is to keep.</summary>
    private async Task<IEnumerable<string>> RunAsync(List<LifecycleMessage> messages)
    {
        var work = new EventWork(settings, host, deadline);
        try
        {
            await work.RunAsync([.. messages.Select(message => message.Event!)]).ConfigureAwait(false);
        }
        catch (SonraiException exception)
        {
            host.Log($"Nothing of the batch counts as done: {exception.Message} {exception.Problem.Remedy}");
            return messages.Where(message => message.Event!.Kind is not (LifecycleEventKind.Failed or LifecycleEventKind.NotForUs)).Select(message => message.MessageId);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            host.Log("The function's time is over; the queue keeps what is left.");
            return messages.Where(message => message.Event!.Kind is not (LifecycleEventKind.Failed or LifecycleEventKind.NotForUs)).Select(message => message.MessageId);
        }

        return messages.Where(message => work.NotDone(message.Event!).Any()).Select(message => message.MessageId);
    }
}
