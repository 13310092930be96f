namespace SonraiControlTower;

/// <summary>
/// Amazon SQS of one region, operation for operation. Source:
/// <see href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html">Amazon SQS API Reference</see>.
/// </summary>
/// <remarks>Every operation throws <see cref="SonraiException"/> with the problem where the service refuses or cannot be reached.</remarks>
public interface ISqs
{
    /// <summary>A queue by its URL (GetQueueAttributes); null if there is none.</summary>
    Task<SqsQueue?> GetQueueAsync(string url, CancellationToken cancellationToken);
}
