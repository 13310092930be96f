using System.Text.Json;

namespace SonraiControlTower;

/// <summary>
/// Reads events that came together: one event, an array of events, or the batch of a queue
/// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with Amazon SQS</see>), whose messages hold an event each.
/// </summary>
public static class LifecycleEvents
{
    /// <summary>Every event, in order.</summary>
    /// <exception cref="SonraiException"><c>LifecycleEventUnreadable</c> where one of them cannot be read.</exception>
    public static IReadOnlyList<LifecycleEvent> Read(string json)
    {
        using var document = EventJson.Parse(json);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(LifecycleEvent.Parse)]
            : IsBatch(root) ? [.. ReadBatch(root).Select(message => message.Event ?? throw new SonraiException(message.Problem!))]
            : [LifecycleEvent.Parse(root)];
    }

    /// <summary>True for the batch of a queue.</summary>
    public static bool IsBatch(JsonElement json) => json.At("Records") is { ValueKind: JsonValueKind.Array };

    /// <summary>The messages of a queue's batch, in order. One that cannot be read does not hinder the others.</summary>
    public static IReadOnlyList<LifecycleMessage> ReadBatch(JsonElement json) => [.. json.At("Records").Items().Select(ReadMessage)];

    private static LifecycleMessage ReadMessage(JsonElement record)
    {
        var id = record.Text("messageId") ?? "";
        try
        {
            var body = record.Text("body") ?? throw new SonraiException(LifecycleProblems.Unreadable("the message has no 'body'"));
            return new(id, LifecycleEvent.Parse(body), Problem: null);
        }
        catch (SonraiException unreadable)
        {
            return new(id, Event: null, unreadable.Problem);
        }
    }
}
