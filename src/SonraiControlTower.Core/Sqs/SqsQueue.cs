namespace SonraiControlTower;

/// <summary>
/// A queue of Amazon SQS
/// (<see href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">GetQueueAttributes</see>).
/// The counts are approximate.
/// </summary>
/// <param name="Url">What it is called by.</param>
/// <param name="Arn"><c>arn:PARTITION:sqs:REGION:ACCOUNT:NAME</c>.</param>
/// <param name="Waiting">Messages that can be received.</param>
/// <param name="InFlight">Messages that somebody received and has not deleted.</param>
/// <param name="DeadLetterArn">Where messages go that were received too often; null for none.</param>
public sealed record SqsQueue(string Url, string Arn, int Waiting, int InFlight, string? DeadLetterArn)
{
    /// <summary>True if nothing is in it.</summary>
    public bool IsEmpty => Waiting + InFlight == 0;
}
