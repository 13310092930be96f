namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>The stacks of the home account; each takes one look until it is done.</summary>
internal sealed class FakeStacks(FakeAws aws) : IStacks
{
    public Dictionary<string, CloudFormationStack> Now { get; } = [];

    public List<StackRequest> Created { get; } = [];

    public List<StackRequest> Updated { get; } = [];

    /// <summary>Why a stack cannot be made; null for it can.</summary>
    public string? Failure { get; set; }

    /// <summary>Why AWS does not even take the request; null for it does.</summary>
    public Problem? Refusal { get; set; }

    public Task<string> CreateAsync(StackRequest request, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("CreateStack", () =>
    {
        if (Refusal is not null)
        {
            throw new SonraiException(Refusal);
        }

        Created.Add(request);
        Now.Add(request.Name, new CloudFormationStack
        {
            Id = $"arn:aws:cloudformation:eu-west-1:{aws.Home}:stack/{request.Name}/1",
            Name = request.Name,
            Status = StackStatus.CreateInProgress,
            Parameters = Shown(request),
            Tags = request.Tags!,
        });
        return Now[request.Name].Id;
    }));

    public Task<StackUpdate> UpdateAsync(StackRequest request, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("UpdateStack", () =>
    {
        Updated.Add(request);
        Now[request.Name] = Now[request.Name] with
        {
            Status = StackStatus.UpdateInProgress,
            Parameters = request.Parameters.ToDictionary(one => one.Key, one => one.Value ?? Now[request.Name].Parameters[one.Key]),
        };
        return new StackUpdate(Now[request.Name].Id, HadNothingToDo: false);
    }));

    public Task DeleteAsync(string name, OperationId requestToken, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("DeleteStack", () =>
    {
        aws.Roles.TryRemove((aws.Home, RegistrationPlan.DefaultRoleName), out _);
        return Now.Remove(name);
    }));

    public Task<CloudFormationStack?> DescribeAsync(string name, CancellationToken cancellationToken) => Task.FromResult(aws.Pass("DescribeStacks", () =>
    {
        var stack = Now.Values.FirstOrDefault(one => one.Name == name || one.Id == name);
        if (stack is not null && StackStatus.IsInProgress(stack.Status))
        {
            var ends = Failure is not null ? StackStatus.RollbackComplete
                : stack.Status == StackStatus.UpdateInProgress ? StackStatus.UpdateComplete
                : StackStatus.CreateComplete;
            Now[stack.Name] = stack with { Status = ends };
            if (StackStatus.IsGood(ends))
            {
                aws.Roles[(aws.Home, stack.Parameters[RoleTemplateParameters.RoleName])] =
                    new FakeRole(AccountId.Parse(stack.Parameters[RoleTemplateParameters.CollectorAccount]), "the-external-id", aws.Clock.GetUtcNow());
            }
        }

        return stack;
    }));

    public IAsyncEnumerable<StackEvent> ListEventsAsync(string name, CancellationToken cancellationToken) => aws.Pass("DescribeStackEvents", () => new StackEvent[]
    {
        new() { EventId = "3", At = aws.Clock.GetUtcNow(), Status = "ROLLBACK_COMPLETE" },
        new() { EventId = "2", At = aws.Clock.GetUtcNow(), Status = "CREATE_FAILED", StatusReason = "Resource creation cancelled" },
        new() { EventId = "1", At = aws.Clock.GetUtcNow(), Status = "CREATE_FAILED", StatusReason = Failure },
    }.ToAsyncEnumerable());

    public IAsyncEnumerable<StackResource> ListResourcesAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<string?> GetTemplateAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(aws.Pass("GetTemplate", () => Created.LastOrDefault(one => one.Name == name)?.TemplateBody));

    private static Dictionary<string, string> Shown(StackRequest request) => request.Parameters.ToDictionary(
        one => one.Key, one => one.Key == RoleTemplateParameters.CollectorExternalId ? "****" : one.Value!);
}
