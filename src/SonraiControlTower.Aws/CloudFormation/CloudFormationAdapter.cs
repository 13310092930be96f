using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>AWS CloudFormation over the wire.</summary>
internal sealed class CloudFormationAdapter : ICloudFormation
{
    public CloudFormationAdapter(QueryClient client)
    {
        var operations = new StackSetOperationsAdapter(client);
        var start = new OperationStart(operations);
        Stacks = new StacksAdapter(client);
        ChangeSets = new ChangeSetsAdapter(client);
        StackSets = new StackSetsAdapter(client, start);
        StackInstances = new StackInstancesAdapter(client, start);
        Operations = operations;
    }

    public IStacks Stacks { get; }

    public IChangeSets ChangeSets { get; }

    public IStackSets StackSets { get; }

    public IStackInstances StackInstances { get; }

    public IStackSetOperations Operations { get; }
}
