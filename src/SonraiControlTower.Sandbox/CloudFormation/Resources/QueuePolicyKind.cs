using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// Policies of queues
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html">AWS::SQS::QueuePolicy</see>).
/// </summary>
internal sealed class QueuePolicyKind() : ResourceKind("AWS::SQS::QueuePolicy", Queues, "PolicyDocument")
{
    private const string Queues = "Queues";

    protected override IReadOnlyList<string> Fixed => [];

    public override string Create(ResourceContext context, JsonObject properties)
    {
        Set(context, properties.Texts(Queues), properties.Document("PolicyDocument"));
        return context.GivenName();
    }

    public override void Update(ResourceContext context, string physicalId, JsonObject before, JsonObject after)
    {
        Set(context, before.Texts(Queues).Except(after.Texts(Queues)), policy: null);
        Set(context, after.Texts(Queues), after.Document("PolicyDocument"));
    }

    public override void Delete(ResourceContext context, string physicalId, JsonObject properties) =>
        Set(context, properties.Texts(Queues).Where(url => context.Zone.Queues.Find(url) is not null), policy: null);

    private static void Set(ResourceContext context, IEnumerable<string> urls, PolicyDocument? policy)
    {
        if (policy is not null)
        {
            ResourcePolicies.Demand(context.Zone, policy, "InvalidAttributeValue");
        }

        foreach (var url in urls)
        {
            context.Zone.Queues.Modifiable(context.Caller, url).Policy = policy;
        }
    }
}
