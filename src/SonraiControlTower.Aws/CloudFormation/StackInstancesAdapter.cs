using SonraiControlTower.Aws.CloudFormation.Wire;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>The stacks of stack sets over the wire.</summary>
internal sealed class StackInstancesAdapter(QueryClient client, OperationStart start) : IStackInstances
{
    public Task<StartedOperation> CreateAsync(StackInstancesRequest request, CancellationToken cancellationToken) =>
        StartAsync(CloudFormationService.CreateStackInstances, request, InstancesForm.ForWrite(request), cancellationToken);

    public Task<StartedOperation> UpdateAsync(StackInstancesRequest request, CancellationToken cancellationToken) =>
        StartAsync(CloudFormationService.UpdateStackInstances, request, InstancesForm.ForWrite(request), cancellationToken);

    public Task<StartedOperation> DeleteAsync(StackInstancesRequest request, bool retainStacks, CancellationToken cancellationToken) =>
        StartAsync(CloudFormationService.DeleteStackInstances, request, InstancesForm.ForDelete(request, retainStacks), cancellationToken);

    public IAsyncEnumerable<StackInstance> ListAsync(StackSetRef stackSet, StackInstanceFilter filter, CancellationToken cancellationToken) =>
        client.PagesAsync(
            CloudFormationService.ListStackInstances, "NextToken", () => InstancesForm.ForList(stackSet, filter), cancellationToken);

    private Task<StartedOperation> StartAsync(
        QueryOperation<string> operation, StackInstancesRequest request, QueryForm form, CancellationToken cancellationToken) =>
        start.SendAsync(
            request.StackSet, request.OperationId, () => client.SendAsync(operation, form, cancellationToken), cancellationToken);
}
