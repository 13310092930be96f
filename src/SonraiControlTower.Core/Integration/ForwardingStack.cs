using System.Runtime.CompilerServices;

namespace SonraiControlTower;

/// <summary>
/// The small stack that hands the events of AWS Organizations on to the home region's bus; they happen in one region of the partition only
/// (<see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_security_incident-response.html">AWS Organizations and CloudTrail</see>).
/// </summary>
internal sealed class ForwardingStack(IAws aws, AwsAccess access, IntegrationSite site, string integration, TimeProvider clock)
{
    public static string NameOf(string integration) => $"{integration}-OrganizationEvents";

    private string Name => NameOf(integration);

    private AwsAccess There => access with { Region = site.OrganizationsRegion };

    /// <summary>Makes it, or brings it up to date.</summary>
    /// <exception cref="SonraiException"><c>IntegrationFailed</c>.</exception>
    public async IAsyncEnumerable<StackEvent> InstallAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stacks = (await aws.OpenCloudFormationAsync(There, cancellationToken).ConfigureAwait(false)).Stacks;
        var run = new StackRun(stacks, clock);
        await run.SkipAsync(Name, cancellationToken).ConfigureAwait(false);
        if (run.Stack is { Status: StackStatus.RollbackComplete or StackStatus.CreateFailed } wreck)
        {
            await stacks.DeleteAsync(wreck.Id, OperationId.New(), cancellationToken).ConfigureAwait(false);
            await foreach (var happened in run.FollowAsync(wreck.Id, cancellationToken).ConfigureAwait(false))
            {
                yield return happened;
            }

            run = new StackRun(stacks, clock);
        }

        var isNew = run.Stack is null;
        var request = new StackRequest
        {
            Name = Name,
            TemplateBody = IntegrationTemplate.OrganizationEvents.Body,
            Parameters = [new(IntegrationParameters.HomeRegion, site.Region)],
            Capabilities = IntegrationTemplate.OrganizationEvents.Capabilities,
            Tags = RollOutPlan.Mark,
            RequestToken = OperationId.New(),
        };
        var id = isNew
            ? await stacks.CreateAsync(request, cancellationToken).ConfigureAwait(false)
            : (await stacks.UpdateAsync(request, cancellationToken).ConfigureAwait(false)).StackId;
        await foreach (var happened in run.FollowAsync(id, cancellationToken).ConfigureAwait(false))
        {
            yield return happened;
        }

        if (run.Stack is not { } stack || !StackStatus.IsGood(stack.Status))
        {
            throw new SonraiException(IntegrationProblems.Failed(
                Name, run.Failure is { } failed ? $"the resource '{failed.LogicalId}'" : "the stack", run.Failure?.StatusReason ?? run.Stack?.StatusReason ?? "it is gone"));
        }
    }

    /// <summary>Deletes it, if this module made it; gives what stays, in words; null for nothing.</summary>
    public async Task<string?> RemoveAsync(CancellationToken cancellationToken)
    {
        var stacks = (await aws.OpenCloudFormationAsync(There, cancellationToken).ConfigureAwait(false)).Stacks;
        var stack = await stacks.DescribeAsync(Name, cancellationToken).ConfigureAwait(false);
        if (stack is null)
        {
            return null;
        }

        if (!RollOutPlan.IsOurs(stack.Tags))
        {
            return RollOutProblems.NotOurs(Name).Message;
        }

        await stacks.DeleteAsync(stack.Id, OperationId.New(), cancellationToken).ConfigureAwait(false);
        var run = new StackRun(stacks, clock);
        await foreach (var _ in run.FollowAsync(stack.Id, cancellationToken).ConfigureAwait(false))
        {
        }

        return run.Stack is null or { Status: StackStatus.DeleteComplete }
            ? null
            : $"The stack '{Name}' in {site.OrganizationsRegion} stays: {run.Failure?.StatusReason ?? run.Stack.StatusReason ?? run.Stack.Status}";
    }
}
