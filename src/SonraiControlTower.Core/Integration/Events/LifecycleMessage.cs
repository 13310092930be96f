namespace SonraiControlTower;

/// <summary>One message of a queue's batch: the event that it has, or why it has none that can be read.</summary>
/// <param name="MessageId">The message's id, which the queue is told of if it fails.</param>
/// <param name="Event">The event; null where it cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
public sealed record LifecycleMessage(string MessageId, LifecycleEvent? Event, Problem? Problem);
