using SonraiControlTower.Aws.Protocol;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>
/// Sends what begins an operation, and recognizes that AWS has it already. The SDK sends again where an answer was lost: AWS then says that the
/// id exists, or, since our own operation runs by now, that the set is busy. Neither is somebody else's operation.
/// </summary>
internal sealed class OperationStart(IStackSetOperations operations)
{
    public async Task<StartedOperation> SendAsync(
        StackSetRef stackSet, OperationId id, Func<Task<string>> send, CancellationToken cancellationToken)
    {
        try
        {
            return new(await send().ConfigureAwait(false));
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "OperationIdAlreadyExistsException")
        {
            return new($"{id}", AlreadyReceived: true);
        }
        catch (SonraiException refused) when (refused.Problem.Id == CloudFormationProblems.BusyId)
        {
            if (await operations.DescribeAsync(stackSet, $"{id}", cancellationToken).ConfigureAwait(false) is null)
            {
                throw;
            }

            return new($"{id}", AlreadyReceived: true);
        }
    }
}
