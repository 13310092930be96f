using SonraiControlTower.Aws.CloudFormation.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>The operations on stack sets over the wire.</summary>
internal sealed class StackSetOperationsAdapter(QueryClient client) : IStackSetOperations
{
    public IAsyncEnumerable<StackSetOperation> ListAsync(StackSetRef stackSet, CancellationToken cancellationToken) =>
        client.PagesAsync(
            CloudFormationService.ListStackSetOperations, "NextToken", () => StackSetForm.Named(stackSet), cancellationToken);

    public async Task<StackSetOperation?> DescribeAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(
                CloudFormationService.DescribeStackSetOperation, Of(stackSet, operationId), cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "OperationNotFoundException")
        {
            return null;
        }
    }

    public IAsyncEnumerable<StackSetOperationResult> ListResultsAsync(
        StackSetRef stackSet, string operationId, string? status, CancellationToken cancellationToken) =>
        client.PagesAsync(
            CloudFormationService.ListStackSetOperationResults,
            "NextToken",
            () => StackSetForm.AddFilters(Of(stackSet, operationId), ("OPERATION_RESULT_STATUS", status)),
            cancellationToken);

    public Task StopAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken) =>
        client.SendAsync(CloudFormationService.StopStackSetOperation, Of(stackSet, operationId), cancellationToken);

    private static QueryForm Of(StackSetRef stackSet, string operationId) =>
        StackSetForm.Named(stackSet).Add("OperationId", operationId);
}
