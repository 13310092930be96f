using System.Runtime.CompilerServices;

namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>
/// CloudFormation of one region. An operation takes some looks until it has ended, and one runs at a time unless managed execution is on; what
/// it does to an account ends as the test says.
/// </summary>
internal sealed class FakeCloudFormation(FakeAws aws) : ICloudFormation, IStackSets, IStackInstances, IStackSetOperations
{
    private const int PageSize = 100;

    public IStacks Stacks => OwnStacks;

    public IChangeSets ChangeSets => throw new NotSupportedException();

    public IStackSets StackSets => this;

    public IStackInstances StackInstances => this;

    public IStackSetOperations Operations => this;

    public FakeStacks OwnStacks { get; } = new(aws);

    public Dictionary<string, FakeStackSet> Sets { get; } = [];

    /// <summary>Why an operation fails in an account; null for not.</summary>
    public Func<AccountId, string?> FailureOf { get; set; } = _ => null;

    /// <summary>The states of an operation at each look, before it ends.</summary>
    public IReadOnlyList<string> Course { get; set; } = [StackSetOperationStatus.Queued, StackSetOperationStatus.Running, StackSetOperationStatus.Stopping];

    /// <summary>The status that an operation ends in, by the number of failures.</summary>
    public Func<int, string> EndOf { get; set; } = _ => StackSetOperationStatus.Succeeded;

    public List<StackInstancesRequest> Created { get; } = [];

    public List<StackSetUpdate> Updated { get; } = [];

    public List<(StackInstancesRequest Request, bool RetainStacks)> Deleted { get; } = [];

    public FakeStackSet Only => Sets.Values.ShouldHaveSingleItem();

    /// <summary>Puts a set there that somebody else made.</summary>
    public FakeStackSet Add(StackSetDefinition definition, params AccountId[] accounts)
    {
        var set = new FakeStackSet(aws, definition);
        Sets.Add(definition.StackSet.Name, set);
        foreach (var account in accounts)
        {
            set.Instances[account] = set.Instance(account, StackInstanceStatus.Current, StackInstanceDetailedStatus.Succeeded);
            set.MakeRole(account);
        }

        return set;
    }

    Task<string> IStackSets.CreateAsync(StackSetDefinition definition, OperationId requestToken, CancellationToken cancellationToken) =>
        Task.FromResult(aws.Pass("CreateStackSet", () => Sets.ContainsKey(definition.StackSet.Name)
            ? throw new SonraiException(CloudFormationProblems.SetNameExists("CreateStackSet", "NameAlreadyExistsException"))
            : Add(definition).Set.Id));

    public Task<StackSet?> DescribeAsync(StackSetRef stackSet, CancellationToken cancellationToken) =>
        Task.FromResult(aws.Pass("DescribeStackSet", () => Sets.GetValueOrDefault(stackSet.Name)?.Set));

    Task<StartedOperation> IStackSets.UpdateAsync(StackSetUpdate update, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("UpdateStackSet", () =>
    {
        var set = Find(update.Definition.StackSet);
        var accounts = update.Targets?.Accounts ?? [.. set.Instances.Keys];
        var started = set.Start(this, update.OperationId, "UPDATE", accounts, id => set.Bring(id));
        Updated.Add(update);
        set.Change(update);
        return started;
    }));

    public Task DeleteAsync(StackSetRef stackSet, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("DeleteStackSet", () =>
        Sets.TryGetValue(stackSet.Name, out var set) && set.Instances.Count > 0
            ? throw new SonraiException(CloudFormationProblems.NotEmpty("DeleteStackSet", "StackSetNotEmptyException"))
            : Sets.Remove(stackSet.Name)));

    Task<StartedOperation> IStackInstances.CreateAsync(StackInstancesRequest request, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("CreateStackInstances", () =>
    {
        var set = Find(request.StackSet);
        var started = set.Start(this, request.OperationId, "CREATE", Meant(request.Targets), id => set.Bring(id));
        Created.Add(request);
        set.Targeted(request.Targets);
        return started;
    }));

    Task<StartedOperation> IStackInstances.UpdateAsync(StackInstancesRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<StartedOperation> IStackInstances.DeleteAsync(StackInstancesRequest request, bool retainStacks, CancellationToken cancellationToken) =>
        Task.FromResult(aws.Pass("DeleteStackInstances", () =>
        {
            var set = Find(request.StackSet);
            var started = set.Start(this, request.OperationId, "DELETE", Meant(request.Targets), id => set.Take(id, retainStacks));
            Deleted.Add((request, retainStacks));
            return started;
        }));

    public IAsyncEnumerable<StackInstance> ListAsync(StackSetRef stackSet, StackInstanceFilter filter, CancellationToken cancellationToken) =>
        PagesAsync("ListStackInstances", [.. Find(stackSet).Instances.Values
            .Where(one => filter.LastOperationId is null || one.LastOperationId == filter.LastOperationId)
            .Where(one => filter.Account is null || one.AccountId == filter.Account.ToString())], cancellationToken);

    IAsyncEnumerable<StackSetOperation> IStackSetOperations.ListAsync(StackSetRef stackSet, CancellationToken cancellationToken) =>
        PagesAsync("ListStackSetOperations", [.. Find(stackSet).Operations.AsEnumerable().Reverse().Select(one => one.Operation)], cancellationToken);

    public Task<StackSetOperation?> DescribeAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken) =>
        Task.FromResult(aws.Pass("DescribeStackSetOperation", () => Find(stackSet).Look(this, operationId)));

    public IAsyncEnumerable<StackSetOperationResult> ListResultsAsync(StackSetRef stackSet, string operationId, string? status, CancellationToken cancellationToken) =>
        PagesAsync("ListStackSetOperationResults", [.. Find(stackSet).Operations.Single(one => one.Operation.OperationId == operationId).Results], cancellationToken);

    public Task StopAsync(StackSetRef stackSet, string operationId, CancellationToken cancellationToken) => throw new NotSupportedException();

    private FakeStackSet Find(StackSetRef stackSet) => Sets.TryGetValue(stackSet.Name, out var set)
        ? set
        : throw new SonraiException(CloudFormationProblems.SetNotFound("the request", "StackSetNotFoundException"));

    /// <summary>The accounts of units, those below included, as AWS counts them: without the management account and those that are suspended.</summary>
    private IReadOnlyList<AccountId> Meant(DeploymentTargets targets) => targets.OrganizationalUnitIds.Count == 0
        ? targets.Accounts
        : [.. aws.Organizations.Below(targets.OrganizationalUnitIds)
            .Where(account => account is { IsActive: true, IsManagementAccount: false })
            .Select(account => AccountId.Parse(account.AccountId))
            .Where(id => targets.AccountFilter switch
            {
                AccountFilter.Intersection => targets.Accounts.Contains(id),
                AccountFilter.Difference => !targets.Accounts.Contains(id),
                _ => true,
            })];

    private async IAsyncEnumerable<T> PagesAsync<T>(string request, IReadOnlyList<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in items.Count == 0 ? [[]] : items.Chunk(PageSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            aws.Pass(request);
            foreach (var item in page)
            {
                yield return item;
            }
        }

        await Task.CompletedTask;
    }
}
