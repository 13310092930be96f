namespace SonraiControlTower.Engine;

/// <summary>What the catalogue knows of an action.</summary>
internal sealed record CatalogAction
{
    /// <summary>Such as <c>s3:GetObject</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The prefix, such as <c>s3</c>.</summary>
    public required string Service { get; init; }

    public required AccessLevels Levels { get; init; }

    public required Sensitivities Sensitivity { get; init; }

    public required Logging Logging { get; init; }

    /// <summary>The types of resources that it may be narrowed to; none where only <c>*</c> will do.</summary>
    public required IReadOnlyList<CatalogResourceType> ResourceTypes { get; init; }

    /// <summary>Condition keys that it has besides the global ones.</summary>
    public required IReadOnlyList<string> ConditionKeys { get; init; }

    /// <summary>The numbers of actions that it may ask for, too.</summary>
    public required IReadOnlyList<int> Dependents { get; init; }

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
