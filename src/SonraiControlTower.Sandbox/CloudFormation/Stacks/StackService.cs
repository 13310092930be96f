using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>The far side of the wire: CloudFormation's stacks of every account and region.</summary>
internal sealed class StackService(LandingZone zone)
{
    private readonly Dictionary<string, Stack> _byId = [];
    private readonly Dictionary<(AccountId Account, string Region, string Name), Stack> _byName = [];
    private long _made;

    public string Create(Caller caller, string region, StackRequest request)
    {
        Demand(caller, region, "CreateStack", request.Name);
        if (_byName.TryGetValue((caller.Account, region, request.Name), out var there))
        {
            // A request that was received before is not done twice:
            // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
            return there.RequestToken == request.RequestToken.ToString()
                ? there.Id
                : throw new AwsFault("AlreadyExistsException", $"Stack [{request.Name}] already exists");
        }

        var stack = Make(caller, region, request, TemplateSource.Read(zone, caller, request) ?? Template.Parse(null));
        stack.RequestToken = request.RequestToken.ToString();
        new StackJourney(zone, stack, caller).Create(Change(caller, stack, request, isNew: true));
        return stack.Id;
    }

    public StackUpdate Update(Caller caller, string region, StackRequest request)
    {
        Demand(caller, region, "UpdateStack", request.Name);
        var stack = Find(caller, region, request.Name) ?? throw Missing(request.Name);
        if (stack.RequestToken == request.RequestToken.ToString())
        {
            return new StackUpdate(stack.Id, HadNothingToDo: false);
        }

        DemandUpdatable(stack);
        var change = Change(caller, stack, request, isNew: false);
        if (!change.HasWork)
        {
            return new StackUpdate(stack.Id, HadNothingToDo: true);
        }

        stack.RequestToken = request.RequestToken.ToString();
        new StackJourney(zone, stack, caller).Update(change);
        return new StackUpdate(stack.Id, HadNothingToDo: false);
    }

    /// <summary>A stack that has nothing in it yet.</summary>
    public Stack Make(Caller caller, string region, StackRequest request, Template template)
    {
        ParameterValues.Settle(template, request.Parameters, before: null);
        ResourceKinds.DemandCapability(template, request.Capabilities);
        var stack = Add(caller.Account, region, request.Name, template, keepsEvents: true);
        stack.RoleArn = request.RoleArn;
        return stack;
    }

    /// <summary>The way of a stack to what a request wants it to be.</summary>
    public StackChange Change(Caller caller, Stack stack, StackRequest request, bool isNew)
    {
        var template = TemplateSource.Read(zone, caller, request) ?? stack.Template;
        var parameters = ParameterValues.Settle(template, request.Parameters, isNew ? null : stack.Parameters);
        ResourceKinds.DemandCapability(template, request.Capabilities);
        if (isNew)
        {
            // A stack has its tags from the start, also if it then cannot be made.
            stack.Tags = request.Tags ?? stack.Tags;
        }

        return new StackChange(zone, stack, caller, template, parameters, request.Tags ?? stack.Tags);
    }

    public static void DemandUpdatable(Stack stack)
    {
        if (!IsUpdatable(stack.Status))
        {
            throw AwsFault.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not be updated.");
        }
    }

    public void Delete(Caller caller, string region, string name, string requestToken)
    {
        Demand(caller, region, "DeleteStack", name);
        if (Find(caller, region, name) is { Status: not (StackStatus.DeleteInProgress or StackStatus.DeleteComplete) } stack)
        {
            stack.RequestToken = requestToken;
            new StackJourney(zone, stack, caller).Delete(() => Forget(stack));
        }
    }

    public Stack? Describe(Caller caller, string region, string operation, string name)
    {
        Demand(caller, region, operation, name);
        return Find(caller, region, name);
    }

    public Stack DemandStack(Caller caller, string region, string operation, string name) =>
        Describe(caller, region, operation, name) ?? throw Missing(name);

    public Stack Add(AccountId account, string region, string name, Template template, bool keepsEvents)
    {
        var uuid = StableId.Uuid(account.ToString(), region, name, (++_made).ToString(CultureInfo.InvariantCulture));
        var id = $"arn:{zone.Organization.Partition}:cloudformation:{region}:{account}:stack/{name}/{uuid}";
        var stack = new Stack(id, name, account, region, template) { CreatedAt = zone.Agenda.Now, KeepsEvents = keepsEvents };
        _byId.Add(id, stack);
        _byName[(account, region, name)] = stack;
        return stack;
    }

    /// <summary>Frees the stack's name. By its id it is still found, unless it was one of a stack set.</summary>
    public void Forget(Stack stack)
    {
        _byName.Remove((stack.Account, stack.Region, stack.Name));
        if (!stack.KeepsEvents)
        {
            _byId.Remove(stack.Id);
        }
    }

    private static bool IsUpdatable(string status) =>
        status is StackStatus.CreateComplete or StackStatus.UpdateComplete or StackStatus.UpdateRollbackComplete;

    public Stack? Find(Caller caller, string region, string name) =>
        name.StartsWith("arn:", StringComparison.Ordinal)
            ? _byId.TryGetValue(name, out var stack) && stack.Account == caller.Account && stack.Region == region ? stack : null
            : _byName.GetValueOrDefault((caller.Account, region, name));

    public void Demand(Caller caller, string region, string operation, string name) => zone.Authorizer.Demand(
        caller,
        $"cloudformation:{operation}",
        name.StartsWith("arn:", StringComparison.Ordinal)
            ? name
            : $"arn:{zone.Organization.Partition}:cloudformation:{region}:{caller.Account}:stack/{name}/*");

    public static AwsFault Missing(string name) => AwsFault.Validation($"Stack [{name}] does not exist");
}
