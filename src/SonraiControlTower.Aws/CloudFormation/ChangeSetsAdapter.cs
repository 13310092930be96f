using SonraiControlTower.Aws.CloudFormation.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>CloudFormation's change sets over the wire.</summary>
internal sealed class ChangeSetsAdapter(QueryClient client) : IChangeSets
{
    private const string NoChangeSet = "ChangeSetNotFound";
    private const string DoesNotExist = "does not exist";
    private const string CannotBeMadeAgain = "already exists and cannot be created again";

    public async Task<ChangeSet> CreateAsync(ChangeSetRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await client.SendAsync(CloudFormationService.CreateChangeSet, StackForm.ForChangeSet(request), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.IsValidation(refused, CannotBeMadeAgain))
        {
            // CreateStack has a code for this, CreateChangeSet only words.
            throw new SonraiException(
                CloudFormationProblems.StackNameExists(
                    CloudFormationService.Service.ActionOf(CloudFormationService.CreateChangeSet.Name), refused.InnerException!.Message),
                refused.InnerException);
        }
    }

    public async Task<ChangeSet?> DescribeAsync(string stackName, string name, CancellationToken cancellationToken)
    {
        try
        {
            var page = await AskAsync(token: null).ConfigureAwait(false);
            var changes = new List<ResourceChange>(page.ChangeSet.Changes);
            while (page.NextToken is { } token)
            {
                page = await AskAsync(token).ConfigureAwait(false);
                changes.AddRange(page.ChangeSet.Changes);
            }

            return page.ChangeSet with { Changes = changes };
        }
        catch (SonraiException refused) when (IsGone(refused))
        {
            return null;
        }

        Task<ChangeSetPage> AskAsync(string? token) => client.SendAsync(
            CloudFormationService.DescribeChangeSet, StackForm.OfChangeSet(stackName, name).Add("NextToken", token), cancellationToken);
    }

    public async Task ExecuteAsync(string stackName, string name, OperationId requestToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requestToken);
        try
        {
            await client.SendAsync(
                CloudFormationService.ExecuteChangeSet,
                StackForm.OfChangeSet(stackName, name).Add("ClientRequestToken", requestToken.ToString()),
                cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == "TokenAlreadyExistsException")
        {
            // AWS has the request already: the port promises no more than that it begins.
        }
    }

    public async Task DeleteAsync(string stackName, string name, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(CloudFormationService.DeleteChangeSet, StackForm.OfChangeSet(stackName, name), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (SonraiException refused) when (IsGone(refused))
        {
            // It is not there any more: the port promises no more.
        }
    }

    /// <summary>The change set, or the stack that it would be of, is not there.</summary>
    private static bool IsGone(SonraiException refused) =>
        Refusal.CodeOf(refused) == NoChangeSet || Refusal.IsValidation(refused, DoesNotExist);
}
