using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>What a stack would be changed by. What will only be known once something was made stands as a mark in the properties.</summary>
internal sealed class ChangePreview
{
    // As AWS shows it in change sets.
    private const string Later = "{{changeSet:KNOWN_AFTER_APPLY}}";
    private readonly Stack _stack;
    private readonly Template _template;
    private readonly TemplateScope _scope;
    private readonly Func<StackPart, string, string?> _attribute;
    private readonly bool _tagsDiffer;
    private readonly HashSet<string> _unknown = [];

    public ChangePreview(
        Stack stack,
        Template template,
        IReadOnlyDictionary<string, string> parameters,
        string partition,
        Func<StackPart, string, string?> attribute,
        bool tagsDiffer)
    {
        (_stack, _template, _attribute, _tagsDiffer) = (stack, template, attribute, tagsDiffer);
        _scope = new TemplateScope(template, parameters, PseudoParameters.Of(stack, partition), Look);
    }

    public IReadOnlyList<ResourceChange> Changes()
    {
        var wanted = _template.Resources.Where(one => _scope.Holds(one.Condition)).ToList();
        var removed = _stack.Parts.Where(part => wanted.TrueForAll(one => one.LogicalId != part.LogicalId));
        return
        [
            .. wanted.Select(Change).OfType<ResourceChange>(),
            .. removed.Select(part => new ResourceChange("Remove", part.LogicalId, part.PhysicalId, part.Type, null)),
        ];
    }

    private ResourceChange? Change(ResourceDeclaration declared)
    {
        if (_stack.Part(declared.LogicalId) is not { } part)
        {
            _unknown.Add(declared.LogicalId);
            return new ResourceChange("Add", declared.LogicalId, null, declared.Type, null);
        }

        var after = _scope.Resolve(declared.Properties) as JsonObject ?? [];
        if (part.Properties.Same(after) && !(_tagsDiffer && !CustomKind.Is(part.Type)))
        {
            return null;
        }

        var replaces = part.Type != declared.Type || ResourceKinds.Of(declared.Type).MustReplace(part.Properties, after);
        if (replaces)
        {
            _unknown.Add(declared.LogicalId);
        }

        var isSure = !after.ToJsonString(Json.Plain).Contains(Later, StringComparison.Ordinal);
        return new ResourceChange(
            "Modify", declared.LogicalId, part.PhysicalId, declared.Type, replaces ? isSure ? "True" : "Conditional" : "False");
    }

    private string? Look(string logicalId, string? attribute) => _unknown.Contains(logicalId)
        ? Later
        : _stack.Part(logicalId) is { } part
            ? attribute is null ? part.PhysicalId : part.Data.GetValueOrDefault(attribute) ?? _attribute(part, attribute)
            : null;
}
