using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Messages as a function gets them, and what it answers
/// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">using Lambda with SQS</see>).
/// </summary>
internal static class QueueBatch
{
    public static string Payload(QueueState queue, IEnumerable<QueueMessage> batch) =>
        new JsonObject { ["Records"] = new JsonArray([.. batch.Select(message => Record(queue, message))]) }.ToJsonString(Json.Plain);

    /// <summary>The ids of the messages that the function could not do. An answer that makes no sense means all of them.</summary>
    public static IReadOnlyCollection<string> Failed(IReadOnlyList<QueueMessage> batch, LambdaAnswer answer, bool reportsFailures)
    {
        string[] all = [.. batch.Select(message => message.Id)];
        if (answer.FunctionError is not null)
        {
            return all;
        }

        if (!reportsFailures)
        {
            return [];
        }

        try
        {
            var failures = JsonNode.Parse(answer.Payload) is JsonObject said ? said["batchItemFailures"] as JsonArray ?? [] : [];
            string[] failed = [.. failures.Select(one => one?["itemIdentifier"]?.ToString() ?? string.Empty)];
            return failed.Except(all).Any() ? all : failed;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return all;
        }
    }

    private static JsonObject Record(QueueState queue, QueueMessage message) => new()
    {
        ["messageId"] = message.Id,
        ["receiptHandle"] = StableId.Letters(32, message.Id, $"{message.ReceiveCount}"),
        ["body"] = message.Body,
        ["attributes"] = new JsonObject
        {
            ["ApproximateReceiveCount"] = message.ReceiveCount.ToString(CultureInfo.InvariantCulture),
            ["SentTimestamp"] = message.SentAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        },
        ["messageAttributes"] = new JsonObject(),
        ["eventSource"] = "aws:sqs",
        ["eventSourceARN"] = queue.Arn,
        ["awsRegion"] = queue.Arn.Split(':')[3],
    };
}
