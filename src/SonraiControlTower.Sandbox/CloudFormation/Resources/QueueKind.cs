using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Queues (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html">AWS::SQS::Queue</see>).
/// </summary>
internal sealed class QueueKind() : ResourceKind(
    "AWS::SQS::Queue", "QueueName", "MessageRetentionPeriod", "RedrivePolicy", "SqsManagedSseEnabled", "Tags", "VisibilityTimeout")
{
    public override string Create(ResourceContext context, JsonObject properties)
    {
        var queue = context.Zone.Queues.Create(context.Caller, context.Region, Name(context, properties));
        Set(queue, properties);
        return queue.Url;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after) =>
        Set(context.Zone.Queues.Modifiable(context.Caller, physicalId), after);

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Queues.Delete(context.Caller, physicalId);

    public override string? Attribute(ResourceContext context, string physicalId, string attribute) => attribute switch
    {
        "Arn" => context.Zone.Queues.Find(physicalId)?.Arn,
        "QueueName" => context.Zone.Queues.Find(physicalId)?.Name,
        "QueueUrl" => physicalId,
        _ => null,
    };

    private static void Set(QueueState queue, JsonObject properties)
    {
        queue.Visibility = properties.Seconds("VisibilityTimeout") ?? TimeSpan.FromSeconds(30);
        queue.Retention = properties.Seconds("MessageRetentionPeriod") ?? TimeSpan.FromDays(4);
        var redrive = properties["RedrivePolicy"] as JsonObject ?? [];
        queue.DeadLetterArn = redrive.Text("deadLetterTargetArn");
        queue.MostReceives = redrive.Number("maxReceiveCount") ?? int.MaxValue;
    }
}
