using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Queues that feed functions
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html">AWS::Lambda::EventSourceMapping</see>).
/// </summary>
internal sealed class MappingKind() : ResourceKind(
    "AWS::Lambda::EventSourceMapping",
    "EventSourceArn",
    "FunctionName",
    "BatchSize",
    "Enabled",
    "FunctionResponseTypes",
    "MaximumBatchingWindowInSeconds",
    "ScalingConfig",
    "Tags")
{
    protected override IReadOnlyList<string> Fixed => ["EventSourceArn", "FunctionName"];

    public override string Create(ResourceContext context, JsonObject properties)
    {
        var name = properties.Text("FunctionName")!;
        var function = context.Zone.Functions.Find(context.Caller.Account, context.Region, name)?.Arn ?? name;
        var mapping = context.Zone.Mappings.Create(context.Caller, properties.Text("EventSourceArn")!, function);
        Set(mapping, properties);
        context.Zone.Mappings.Begin(mapping);
        return mapping.Id;
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        context.Zone.Authorizer.Demand(context.Caller, "lambda:UpdateEventSourceMapping", "*");
        if (context.Zone.Mappings.Find(physicalId) is { } mapping)
        {
            Set(mapping, after);
            context.Zone.Mappings.Begin(mapping);
        }
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        context.Zone.Mappings.Delete(context.Caller, physicalId);

    private static void Set(MappingState mapping, JsonObject properties)
    {
        mapping.BatchSize = properties.Number("BatchSize") ?? 10;
        mapping.Window = properties.Seconds("MaximumBatchingWindowInSeconds") ?? TimeSpan.Zero;
        mapping.MostRuns = (properties["ScalingConfig"] as JsonObject)?.Number("MaximumConcurrency") ?? int.MaxValue;
        mapping.ReportsFailures = properties.Texts("FunctionResponseTypes").Contains("ReportBatchItemFailures");
        mapping.IsEnabled = properties.Text("Enabled") != "false";
        if (mapping is { BatchSize: > 10, Window.TotalSeconds: < 1 })
        {
            throw new AwsFault("InvalidParameterValueException", "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }
    }
}
