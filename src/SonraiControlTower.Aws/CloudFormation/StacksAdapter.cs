using SonraiControlTower.Aws.CloudFormation.Wire;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.Protocol.Query;

namespace SonraiControlTower.Aws.CloudFormation;

/// <summary>CloudFormation's stacks over the wire.</summary>
internal sealed class StacksAdapter(QueryClient client) : IStacks
{
    private const string NothingToDo = "No updates are to be performed";
    private const string DoesNotExist = "does not exist";
    private const string TokenKnown = "TokenAlreadyExistsException";

    public async Task<string> CreateAsync(StackRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return await client.SendAsync(CloudFormationService.CreateStack, StackForm.ForCreate(request), cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == TokenKnown)
        {
            return await IdOfReceivedAsync(request.Name, refused, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<StackUpdate> UpdateAsync(StackRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            var id = await client.SendAsync(CloudFormationService.UpdateStack, StackForm.ForUpdate(request), cancellationToken).ConfigureAwait(false);
            return new(id, HadNothingToDo: false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == TokenKnown)
        {
            return new(await IdOfReceivedAsync(request.Name, refused, cancellationToken).ConfigureAwait(false), HadNothingToDo: false);
        }
        catch (SonraiException refused) when (Refusal.IsValidation(refused, NothingToDo))
        {
            return new(await IdOfReceivedAsync(request.Name, refused, cancellationToken).ConfigureAwait(false), HadNothingToDo: true);
        }
    }

    public async Task DeleteAsync(string name, OperationId requestToken, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(
                CloudFormationService.DeleteStack, StackForm.Named(name).Add("ClientRequestToken", requestToken.ToString()), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.CodeOf(refused) == TokenKnown || Refusal.IsValidation(refused, DoesNotExist))
        {
            // AWS deletes it, or has: the port promises no more.
        }
    }

    public async Task<CloudFormationStack?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var stacks = await client.SendAsync(CloudFormationService.DescribeStacks, StackForm.Named(name), cancellationToken).ConfigureAwait(false);
            return stacks is [var stack, ..] ? stack : null;
        }
        catch (SonraiException refused) when (Refusal.IsValidation(refused, DoesNotExist))
        {
            return null;
        }
    }

    public IAsyncEnumerable<StackEvent> ListEventsAsync(string name, CancellationToken cancellationToken) =>
        client.PagesAsync(CloudFormationService.DescribeStackEvents, "NextToken", () => StackForm.Named(name), cancellationToken);

    public IAsyncEnumerable<StackResource> ListResourcesAsync(string name, CancellationToken cancellationToken) =>
        client.PagesAsync(CloudFormationService.ListStackResources, "NextToken", () => StackForm.Named(name), cancellationToken);

    public async Task<string?> GetTemplateAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(
                CloudFormationService.GetTemplate, StackForm.Named(name).Add("TemplateStage", "Original"), cancellationToken).ConfigureAwait(false);
        }
        catch (SonraiException refused) when (Refusal.IsValidation(refused, DoesNotExist))
        {
            return null;
        }
    }

    /// <summary>AWS says of a request only that it came before, or had nothing to do; which stack it is about, the stack itself tells.</summary>
    private async Task<string> IdOfReceivedAsync(string name, SonraiException refused, CancellationToken cancellationToken) =>
        (await DescribeAsync(name, cancellationToken).ConfigureAwait(false))?.Id ?? throw refused;
}
