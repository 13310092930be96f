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
    private readonly Stack<Action> _undo = new();
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
        _scope = new TemplateScope(template, parameters, PseudoParameters.Of(stack, zone.Organization.Partition), Look);
        _waiting = new(template.Resources.Where(one => _scope.Holds(one.Condition)));
        _obsolete = stack.Parts.FindAll(part => _waiting.All(one => one.LogicalId != part.LogicalId));
    }

    public IReadOnlyDictionary<string, string> Parameters { get; }

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

    /// <summary>Does the resource that <see cref="Seek"/> found.</summary>
    /// <returns>Why it could not be done, in CloudFormation's words; null if it was.</returns>
    public string? Step()
    {
        var declared = _waiting.Dequeue();
        try
        {
            Do(declared, _found!);
            return null;
        }
        catch (AwsFault fault)
        {
            return HandlerWords.Of(fault, _stack.Id, declared.LogicalId);
        }
        catch (SonraiException exception)
        {
            // A name that IAM would refuse is refused by the record already.
            return exception.Problem.Message;
        }
    }

    /// <summary>Takes back what was done, the newest first.</summary>
    public void Undo()
    {
        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }

    /// <summary>Removes what the template no longer has, and what was replaced; settles template, parameters, tags and outputs.</summary>
    public void Finish()
    {
        foreach (var part in Enumerable.Reverse(_obsolete))
        {
            _stack.Parts.Remove(part);
            if (!part.IsRetained)
            {
                Quietly(() => Kind(part).Delete(Context(part.LogicalId), part.PhysicalId!, part.Properties));
            }
        }

        (_stack.Template, _stack.Parameters, _stack.Tags) = (_template, Parameters, _tags);
        _stack.Outputs = _template.Outputs
            .Select(one => (one.Key, Output: Template.Object(one.Value, one.Key)))
            .Where(one => _scope.Holds(one.Output["Condition"]?.ToString()))
            .ToDictionary(one => one.Key, one => _scope.Text(one.Output["Value"]));
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
            _undo.Push(() => _stack.Parts.Add(part));
            Make(declared, kind, properties);
            _obsolete.Add(part);
        }
        else
        {
            var (before, tagsBefore) = (part.Properties, part.Tags);
            _undo.Push(() =>
            {
                (part.Properties, part.Tags) = (before, tagsBefore);
                Quietly(() => kind.Update(Context(part.LogicalId) with { Tags = tagsBefore }, part.PhysicalId!, properties, before));
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
        _undo.Push(() =>
        {
            _stack.Parts.Remove(part);
            Quietly(() => kind.Delete(Context(part.LogicalId), part.PhysicalId, properties));
        });
    }

    private bool Differs(StackPart part, JsonObject properties) =>
        !part.Properties.Same(properties) || !part.Tags.OrderBy(tag => tag.Key).SequenceEqual(_tags.OrderBy(tag => tag.Key));

    private JsonObject Properties(ResourceDeclaration declared) => _scope.Resolve(declared.Properties) as JsonObject ?? [];

    private string? Look(string logicalId, string? attribute) =>
        _stack.Part(logicalId) is { PhysicalId: { } physicalId } part
            ? attribute is null ? physicalId : Kind(part).Attribute(Context(logicalId), physicalId, attribute)
            : null;

    private ResourceContext Context(string logicalId) => new(_zone, _caller, _stack.Id, _stack.Name, logicalId, _tags);

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
