namespace SonraiControlTower.Sandbox;

/// <summary>
/// The far side of the wire: change sets of stacks
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html">change sets</see>).
/// </summary>
internal sealed class ChangeSetService(LandingZone zone)
{
    private const string NoChanges = "The submitted information didn't contain changes. Submit different information to create a change set.";
    private static readonly TimeSpan _takes = TimeSpan.FromSeconds(2);
    private readonly List<ChangeSetState> _sets = [];

    public ChangeSet Create(Caller caller, string region, ChangeSetRequest request)
    {
        zone.Stacks.Demand(caller, region, "CreateChangeSet", request.Stack.Name);
        var stack = request.IsForNewStack ? New(caller, region, request.Stack) : There(caller, region, request.Stack);
        if (Find(stack, request.Name) is { } there)
        {
            return there.Request.RequestToken == request.Stack.RequestToken
                ? there.ToChangeSet()
                : throw new AwsFault("AlreadyExistsException", $"ChangeSet {request.Name} cannot be created due to a mismatch with existing attribute Name");
        }

        // A request that makes no sense is refused at once; what it would change is worked out later.
        zone.Stacks.Change(caller, stack, request.Stack, request.IsForNewStack);
        var id = zone.Arn("cloudformation", region, caller.Account, $"changeSet/{request.Name}/{zone.NextId()}");
        var set = new ChangeSetState(request.Name, id, stack, request.Stack, request.IsForNewStack);
        _sets.Add(set);
        zone.Agenda.In(_takes / zone.OperationSpeed, () => Preview(set, caller));
        return set.ToChangeSet();
    }

    public ChangeSet? Describe(Caller caller, string region, string stackName, string name)
    {
        zone.Stacks.Demand(caller, region, "DescribeChangeSet", stackName);
        return Find(zone.Stacks.Find(caller, region, stackName), name)?.ToChangeSet();
    }

    public void Execute(Caller caller, string region, string stackName, string name, string requestToken)
    {
        zone.Stacks.Demand(caller, region, "ExecuteChangeSet", stackName);
        var stack = zone.Stacks.Find(caller, region, stackName) ?? throw StackService.Missing(stackName);
        var set = Find(stack, name) ?? throw AwsFault.Validation($"ChangeSet [{name}] does not exist");
        if (set.IsExecuted && stack.RequestToken == requestToken)
        {
            return;
        }

        if (set.Status != ChangeSetStatus.CreateComplete || set.IsExecuted)
        {
            throw AwsFault.Validation($"ChangeSet [{set.Id}] cannot be executed in its current status of [{(set.IsExecuted ? "EXECUTE_COMPLETE" : set.Status)}]");
        }

        var change = zone.Stacks.Change(caller, stack, set.Request, set.IsForNewStack);
        set.IsExecuted = true;
        stack.RequestToken = requestToken;

        // Those that were made for the stack as it was have no meaning any more, and AWS deletes them.
        _sets.RemoveAll(other => other.Stack == stack && other != set);
        if (set.IsForNewStack)
        {
            new StackJourney(zone, stack, caller).Create(change);
        }
        else
        {
            new StackJourney(zone, stack, caller).Update(change);
        }
    }

    public void Delete(Caller caller, string region, string stackName, string name)
    {
        zone.Stacks.Demand(caller, region, "DeleteChangeSet", stackName);
        if (Find(zone.Stacks.Find(caller, region, stackName), name) is { } set)
        {
            _sets.Remove(set);
        }
    }

    private void Preview(ChangeSetState set, Caller caller)
    {
        var (stack, request) = (set.Stack, set.Request);
        try
        {
            var template = TemplateSource.Read(zone, caller, request) ?? stack.Template;
            var parameters = ParameterValues.Settle(template, request.Parameters, set.IsForNewStack ? null : stack.Parameters);
            var tags = request.Tags ?? stack.Tags;
            set.Changes = new ChangePreview(stack, template, parameters, zone.Organization.Partition, Attribute, TagsDiffer(stack.Tags, tags)).Changes();
            set.HasNoChanges = set.Changes.Count == 0;
            (set.Status, set.Reason) = set.Changes.Count > 0 ? (ChangeSetStatus.CreateComplete, null) : (ChangeSetStatus.Failed, NoChanges);
        }
        catch (AwsFault fault)
        {
            (set.Status, set.Reason) = (ChangeSetStatus.Failed, fault.Message);
        }

        string? Attribute(StackPart part, string name) => ResourceKinds.Of(part.Type).Attribute(
            new ResourceContext(zone, caller, stack.Id, stack.Name, part.LogicalId, stack.Tags), part.PhysicalId!, name);
    }

    private Stack New(Caller caller, string region, StackRequest request)
    {
        var there = zone.Stacks.Find(caller, region, request.Name);
        if (there is { Status: StackStatus.ReviewInProgress })
        {
            return there;
        }

        if (there is not null)
        {
            throw new AwsFault("AlreadyExistsException", $"Stack [{request.Name}] already exists and cannot be created again with the changeSet.");
        }

        var stack = zone.Stacks.Make(caller, region, request, TemplateSource.Read(zone, caller, request) ?? Template.Parse(null));
        stack.RequestToken = request.RequestToken.ToString();
        stack.Become(StackStatus.ReviewInProgress, "User Initiated", zone.Agenda.Now);
        return stack;
    }

    private Stack There(Caller caller, string region, StackRequest request)
    {
        var stack = zone.Stacks.Find(caller, region, request.Name) ?? throw StackService.Missing(request.Name);
        StackService.DemandUpdatable(stack);
        return stack;
    }

    private ChangeSetState? Find(Stack? stack, string nameOrId) =>
        stack is null ? null : _sets.Find(set => set.Stack == stack && (set.Name == nameOrId || set.Id == nameOrId));

    private static bool TagsDiffer(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        !one.OrderBy(tag => tag.Key).SequenceEqual(other.OrderBy(tag => tag.Key));
}
