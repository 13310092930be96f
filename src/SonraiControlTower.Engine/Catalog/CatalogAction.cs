namespace SonraiControlTower.Engine;

/// <summary>What the catalogue knows of an action.</summary>
internal sealed class CatalogAction(int number, CatalogNames names, CatalogDetails details, Lazy<ActionSensitivities> sensitivities, Lazy<ActionLogging> logging)
{
    /// <summary>Its place in the catalogue.</summary>
    public int Number => number;

    /// <summary>Such as <c>s3:GetObject</c>.</summary>
    public string Name => names[number];

    /// <summary>The prefix, such as <c>s3</c>.</summary>
    public string Service => names.Services[names.ServiceOf(number)];

    public AccessLevels Levels => names.LevelsOf(number);

    public ActionTraits Traits => names.TraitsOf(number);

    public Sensitivities Sensitivity => sensitivities.Value[number];

    public Logging Logging => logging.Value[number];

    /// <summary>The types of resources that it may be narrowed to; none where only <c>*</c> will do.</summary>
    public IReadOnlyList<CatalogResourceType> ResourceTypes => details.Of(number).ResourceTypes;

    /// <summary>The condition keys that AWS lists for it. The global ones are there only where AWS lists them, as it does those of tags.</summary>
    public IReadOnlyList<string> ConditionKeys => details.Of(number).ConditionKeys;

    /// <summary>The numbers of actions that it may ask for, too.</summary>
    public IReadOnlyList<int> Dependents => details.Of(number).Dependents;

    public override string ToString() => Name;
}

/// <summary>A type of resources of a service.</summary>
/// <param name="Name">Such as <c>object</c>.</param>
/// <param name="ArnFormats">Such as <c>arn:${Partition}:s3:::${BucketName}/${ObjectName}</c>.</param>
/// <param name="IsRequired">Whether the action always has one of this type.</param>
internal sealed record CatalogResourceType(string Name, IReadOnlyList<string> ArnFormats, bool IsRequired);

/// <summary>IAM's access levels; an action may have several.</summary>
[Flags]
internal enum AccessLevels
{
    None = 0,
    List = 1,
    Read = 2,
    Write = 4,
    Tagging = 8,
    PermissionsManagement = 16,
}

/// <summary>The sensitive classes of <see cref="ActionSensitivity"/>.</summary>
[Flags]
internal enum Sensitivities
{
    None = 0,
    PrivilegeEscalation = 1,
    PermissionsManagement = 2,
    CredentialExposure = 4,
    DataAccess = 8,
    ResourceExposure = 16,
}

/// <summary>Whether CloudTrail's records can show that an action was used.</summary>
internal enum Logging
{
    /// <summary>A management event shows it.</summary>
    ManagementEvent,

    /// <summary>A data event shows it, which trails have only where it was asked for.</summary>
    DataEvent,

    /// <summary>No call is known that asks for it.</summary>
    NotLogged,
}
