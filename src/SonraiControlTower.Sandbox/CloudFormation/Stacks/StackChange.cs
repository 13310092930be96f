using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// A stack on its way to a template and parameters: resource after resource, each of which can be taken back. What the template no longer has is
/// removed last, when nothing can fail any more
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">update behaviors</see>).
/// </summary>
internal sealed class StackChange
{
    private readonly LandingZone _zone;
    private readonly Stack _stack;
    private readonly Caller _caller;
    private readonly Template _template;
    private readonly IReadOnlyDictionary<string, string> _tags;
    private readonly TemplateScope _scope;
    private readonly Queue<ResourceDeclaration> _waiting;
    private readonly Stack<Action<Action<string?>>> _undo = new();

    // What was changed in place goes back in the order in which it was changed: what it depends on first, as CloudFormation does.
    private readonly Queue<Action<Action<string?>>> _restores = new();
    private readonly CustomStep _custom;
    private readonly List<StackPart> _obsolete;
    private JsonObject? _found;

    public StackChange(
        LandingZone zone,
        Stack stack,
        Caller caller,
        Template template,
        IReadOnlyDictionary<string, string> parameters,
        IReadOnlyDictionary<string, string> tags)
    {
        (_zone, _stack, _caller, _template, _tags) = (zone, stack, caller, template, tags);
        Parameters = parameters;
        _custom = new CustomStep(zone, stack, tags, Context, _undo.Push, _restores.Enqueue, part => _obsolete!.Add(part));
        _scope = new TemplateScope(template, parameters, PseudoParameters.Of(stack, zone.Organization.Partition), Look);
        _waiting = new(template.Resources.Where(one => _scope.Holds(one.Condition)));
        _obsolete = stack.Parts.FindAll(part => _waiting.All(one => one.LogicalId != part.LogicalId));
    }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>False in a stack set: there nothing is waited for.</summary>
    public bool CanWait { get; init; } = true;

    /// <summary>True if there is anything to do at all.</summary>
    public bool HasWork => _obsolete.Count > 0 || Seek() is not null;

    /// <summary>The next resource that there is something to do about; null if none is left.</summary>
    public ResourceDeclaration? Seek()
    {
        while (_waiting.TryPeek(out var next))
        {
            _found = Properties(next);
            if (_stack.Part(next.LogicalId) is not { } part || Differs(part, _found))
            {
                return next;
            }

            _waiting.Dequeue();
        }

        return null;
    }

    /// <summary>Does the resource that <see cref="Seek"/> found, at one stroke.</summary>
    /// <returns>Why it could not be done, in CloudFormation's words; null if it was.</returns>
    public string? Step()
    {
        string? failure = null;
        Step(reason => failure = reason);
        return failure;
    }

    /// <summary>Does the resource that <see cref="Seek"/> found; what waits for a function is done later.</summary>
    /// <param name="done">Told why it could not be done, in CloudFormation's words; null if it was.</param>
    public void Step(Action<string?> done)
    {
        var declared = _waiting.Dequeue();
        string? reason;
        try
        {
            if (CustomKind.Is(declared.Type) && CanWait)
            {
                _custom.Do(declared, _found!, done);
                return;
            }

            Do(declared, _found!);
            reason = null;
        }
        catch (AwsFault fault)
        {
            reason = HandlerWords.Of(fault, _stack.Id, declared.LogicalId, declared.Type);
        }
        catch (SonraiException exception)
        {
            // A name that IAM would refuse is refused by the record already.
            reason = exception.Problem.Message;
        }

        done(reason);
    }

    /// <summary>Takes back what was done, the newest first, at one stroke.</summary>
    public void Undo() => Undo(_ => { });

    /// <summary>Takes back what was done: what was changed in its order, then what was made, the newest first.</summary>
    /// <param name="done">Told the first resource that a function did not take back; null if all are.</param>
    public void Undo(Action<string?> done) => Undo(null, done);

    /// <summary>Removes what the template no longer has, and settles the stack, at one stroke.</summary>
    public void Finish() => Finish(_ => { });

    /// <summary>Removes what the template no longer has, and what was replaced; settles template, parameters, tags and outputs.</summary>
    /// <param name="done">Told why the outputs cannot be worked out; null if they can.</param>
    public void Finish(Action<string?> done)
    {
        if (_obsolete is [.., var part])
        {
            _obsolete.RemoveAt(_obsolete.Count - 1);
            _stack.Parts.Remove(part);
            if (part.IsRetained)
            {
                Finish(done);
            }
            else
            {
                // As at AWS: a clean-up that fails leaves the resource behind, and does not make the update fail.
                PartRemoval.Run(Context(part.LogicalId), part, _ => Finish(done));
            }

            return;
        }

        (_stack.Template, _stack.Parameters, _stack.Tags) = (_template, Parameters, _tags);
        done(SettleOutputs());
    }

    private string? SettleOutputs()
    {
        try
        {
            _stack.Outputs = _template.Outputs
                .Select(one => (one.Key, Output: Template.Object(one.Value, one.Key)))
                .Where(one => _scope.Holds(one.Output["Condition"]?.ToString()))
                .ToDictionary(one => one.Key, one => _scope.Text(one.Output["Value"]));
            return null;
        }
        catch (AwsFault fault)
        {
            return fault.Message;
        }
    }

    private void Undo(string? failed, Action<string?> done)
    {
        if (_restores.TryDequeue(out var undo) || _undo.TryPop(out undo))
        {
            undo(one => Undo(failed ?? one, done));
        }
        else
        {
            done(failed);
        }
    }

    private void Do(ResourceDeclaration declared, JsonObject properties)
    {
        var kind = ResourceKinds.Of(declared.Type);
        if (_stack.Part(declared.LogicalId) is not { } part)
        {
            Make(declared, kind, properties);
        }
        else if (part.Type != declared.Type || kind.MustReplace(part.Properties, properties))
        {
            _stack.Parts.Remove(part);
            UndoBy(() => _stack.Parts.Add(part));
            Make(declared, kind, properties);
            _obsolete.Add(part);
        }
        else
        {
            var (before, tagsBefore) = (part.Properties, part.Tags);
            _restores.Enqueue(then =>
            {
                (part.Properties, part.Tags) = (before, tagsBefore);
                Quietly(() => kind.Update(Context(part.LogicalId) with { Tags = tagsBefore }, part.PhysicalId!, properties, before));
                then(null);
            });
            kind.Update(Context(part.LogicalId), part.PhysicalId!, before, properties);
            (part.Properties, part.Tags) = (properties, _tags);
        }
    }

    private void Make(ResourceDeclaration declared, IResourceKind kind, JsonObject properties)
    {
        var part = new StackPart(declared.LogicalId, declared.Type, declared.IsRetained) { Properties = properties, Tags = _tags };
        part.PhysicalId = kind.Create(Context(declared.LogicalId), properties);
        _stack.Parts.Add(part);
        UndoBy(() =>
        {
            _stack.Parts.Remove(part);
            Quietly(() => kind.Delete(Context(part.LogicalId), part.PhysicalId, properties));
        });
    }

    private void UndoBy(Action undo) => _undo.Push(then =>
    {
        undo();
        then(null);
    });

    private bool Differs(StackPart part, JsonObject properties) =>
        !part.Properties.Same(properties)
        || (!CustomKind.Is(part.Type) && !part.Tags.OrderBy(tag => tag.Key).SequenceEqual(_tags.OrderBy(tag => tag.Key)));

    private JsonObject Properties(ResourceDeclaration declared) => _scope.Resolve(declared.Properties) as JsonObject ?? [];

    private string? Look(string logicalId, string? attribute) =>
        _stack.Part(logicalId) is { PhysicalId: { } physicalId } part
            ? attribute is null ? physicalId : part.Data.GetValueOrDefault(attribute) ?? Kind(part).Attribute(Context(logicalId), physicalId, attribute)
            : null;

    private ResourceContext Context(string logicalId) => new(_zone, _caller, _stack.Id, _stack.Name, logicalId, _tags) { CanWait = CanWait };

    private static IResourceKind Kind(StackPart part) => ResourceKinds.Of(part.Type);

    private static void Quietly(Action work)
    {
        try
        {
            work();
        }
        catch (AwsFault)
        {
            // As at AWS: a clean-up that fails leaves the resource behind, and does not make the update fail.
        }
    }
}
