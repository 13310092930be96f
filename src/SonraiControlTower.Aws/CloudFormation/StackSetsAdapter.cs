using SonraiControlTower.Aws.CloudFormation.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>CloudFormation's stack sets over the wire.</summary>
internal sealed class StackSetsAdapter(QueryClient client, OperationStart start) : IStackSets
{
    public Task<string> CreateAsync(StackSetDefinition definition, OperationId requestToken, CancellationToken cancellationToken) =>
        client.SendAsync(CloudFormationService.CreateStackSet, StackSetForm.ForCreate(definition, requestToken), cancellationToken);

    public Task<StartedOperation> UpdateAsync(StackSetUpdate update, CancellationToken cancellationToken) =>
        start.SendAsync(
            update.Definition.StackSet,
            update.OperationId,
            () => client.SendAsync(CloudFormationService.UpdateStackSet, StackSetForm.ForUpdate(update), cancellationToken),
            cancellationToken);

    public async Task<StackSet?> DescribeAsync(StackSetRef stackSet, CancellationToken cancellationToken)
    {
        try
        {
            var found = await client.SendAsync(CloudFormationService.DescribeStackSet, StackSetForm.Named(stackSet), cancellationToken)
                .ConfigureAwait(false);
            // Asked for by its id, AWS still knows a set that was deleted.
            return found.Status == StackSet.Deleted ? null : found;
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "StackSetNotFoundException")
        {
            return null;
        }
    }

    public async Task DeleteAsync(StackSetRef stackSet, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(CloudFormationService.DeleteStackSet, StackSetForm.Named(stackSet), cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "StackSetNotFoundException")
        {
            // It is not there any more: the port promises no more.
        }
    }
}
