using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;
using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.Sqs;

/// <summary>Amazon SQS through the SDK's client.</summary>
internal sealed class SqsAdapter(IAmazonSQS client) : ISqs
{
    public async Task<SqsQueue?> GetQueueAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Call.AsAsync(
                SqsService.Service, SqsService.GetQueueAttributes, cancel => client.GetQueueAttributesAsync(Wire(url), cancel), cancellationToken)
                .ConfigureAwait(false);
            return Read(url, answer.Attributes ?? []);
        }
        catch (SonraiException refused) when (refused.InnerException is QueueDoesNotExistException)
        {
            return null;
        }
    }

    private static GetQueueAttributesRequest Wire(string url) => new()
    {
        QueueUrl = url,
        AttributeNames =
        [
            QueueAttributeName.QueueArn,
            QueueAttributeName.ApproximateNumberOfMessages,
            QueueAttributeName.ApproximateNumberOfMessagesNotVisible,
            QueueAttributeName.RedrivePolicy,
        ],
    };

    private static SqsQueue Read(string url, Dictionary<string, string> attributes) => new(
        url,
        attributes.GetValueOrDefault(QueueAttributeName.QueueArn) ?? throw Unexpected("it lacks the ARN of the queue"),
        Number(attributes, QueueAttributeName.ApproximateNumberOfMessages),
        Number(attributes, QueueAttributeName.ApproximateNumberOfMessagesNotVisible),
        attributes.GetValueOrDefault(QueueAttributeName.RedrivePolicy) is { Length: > 0 } policy
            ? (string?)JsonNode.Parse(policy)?["deadLetterTargetArn"]
            : null);

    private static int Number(Dictionary<string, string> attributes, QueueAttributeName name) =>
        int.TryParse(attributes.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unexpected($"it lacks {name.Value}");

    private static SonraiException Unexpected(string what) =>
        new(AwsProblems.UnexpectedAnswer(SqsService.Service.ActionOf(SqsService.GetQueueAttributes), what));
}
