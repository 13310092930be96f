using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Sqs;

/// <summary>Amazon SQS, as our messages call it; its client is the SDK's own.</summary>
internal static class SqsService
{
    public const string GetQueueAttributes = nameof(GetQueueAttributes);

    public static AwsService Service { get; } = new("SQS", "sqs", "2012-11-05", IsGlobal: false);
}
