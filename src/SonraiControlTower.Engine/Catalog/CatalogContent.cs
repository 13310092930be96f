namespace SonraiControlTower.Engine;

/// <summary>What a catalogue says, whole; what is compiled, merged and written. <see cref="ActionCatalog"/> is what the engine asks.</summary>
/// <param name="Source">Where it comes from, in a few words.</param>
/// <param name="AsOf">Its date.</param>
/// <param name="Services">In any order.</param>
internal sealed record CatalogContent(string Source, DateTimeOffset AsOf, IReadOnlyList<CatalogService> Services);

/// <summary>A service, by its prefix in IAM.</summary>
internal sealed record CatalogService(string Prefix, IReadOnlyList<ServiceResourceType> ResourceTypes, IReadOnlyList<ServiceAction> Actions)
{
    /// <summary>Calls of which AWS's Service Reference tells what they are authorized by.</summary>
    public IReadOnlyList<ServiceCall> Calls { get; init; } = [];
}

/// <summary>A call, and the whole names of the actions that it is authorized by.</summary>
internal sealed record ServiceCall(string Name, IReadOnlyList<string> Actions);

/// <summary>A type of resources of a service, with the forms that its ARNs have.</summary>
internal sealed record ServiceResourceType(string Name, IReadOnlyList<string> ArnFormats);

/// <summary>An action of a service.</summary>
/// <param name="Name">Without the prefix, such as <c>GetObject</c>.</param>
/// <param name="Levels">IAM's access levels.</param>
/// <param name="Traits">What else is known of it.</param>
/// <param name="ResourceTypes">The types of its service that it acts on.</param>
/// <param name="ConditionKeys">The keys that AWS lists for it.</param>
/// <param name="Dependents">Whole names of actions that it may ask for, too.</param>
internal sealed record ServiceAction(
    string Name,
    AccessLevels Levels,
    ActionTraits Traits,
    IReadOnlyList<ActionResourceType> ResourceTypes,
    IReadOnlyList<string> ConditionKeys,
    IReadOnlyList<string> Dependents);

/// <summary>That an action acts on a type of resources.</summary>
internal sealed record ActionResourceType(string Name, bool IsRequired);

/// <summary>What is known of an action besides its level.</summary>
[Flags]
internal enum ActionTraits
{
    None = 0,

    /// <summary>AWS says that no call has its name; services ask for it besides others.</summary>
    PermissionOnly = 1,

    /// <summary>AWS has taken it from its list. Policies still name it.</summary>
    Removed = 2,

    /// <summary>AWS's SDK has a call of its name.</summary>
    Call = 4,

    /// <summary>It is newer than what is known of the SDK, so that the lack of a call says nothing.</summary>
    Recent = 8,
}
