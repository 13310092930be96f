namespace SonraiControlTower;

/// <summary>What can be wrong with an event.</summary>
public static class LifecycleProblems
{
    /// <summary>The id of <see cref="Unreadable"/>.</summary>
    public const string UnreadableId = "LifecycleEventUnreadable";

    public static Problem Unreadable(string why) => new(
        "LifecycleEventUnreadable",
        $"What came is not an event of EventBridge: {why}.",
        "Give one event, an array of events, or the batch of a queue, as JSON; Control Tower's documentation has samples of its lifecycle events.",
        ProblemKind.InvalidInput);
}
