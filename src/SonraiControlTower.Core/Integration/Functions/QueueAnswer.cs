namespace SonraiControlTower;

/// <summary>
/// Which messages of a batch the queue keeps
/// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</see>); none is all done.
/// </summary>
internal sealed record QueueAnswer(IReadOnlyList<QueueFailure> BatchItemFailures)
{
    public static QueueAnswer Of(IEnumerable<string> messageIds) => new([.. messageIds.Select(id => new QueueFailure(id))]);
}

/// <summary>A message that the queue keeps.</summary>
internal sealed record QueueFailure(string ItemIdentifier);
