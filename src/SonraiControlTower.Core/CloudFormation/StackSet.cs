using System.Collections.ObjectModel;

namespace SonraiControlTower;

/// <summary>
/// A stack set as CloudFormation has it
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSet.html">StackSet</see>).
/// </summary>
public sealed record StackSet
{
    /// <summary>The state of a set that is there.</summary>
    public const string Active = "ACTIVE";

    /// <summary>The state of a set that was; AWS still knows it by its id.</summary>
    public const string Deleted = "DELETED";

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary><c>name:uuid</c>; another set of the same name, made later, has another.</summary>
    public required string Id { get; init; }

    /// <summary><c>arn:PARTITION:cloudformation:REGION:ACCOUNT:stackset/NAME:UUID</c>; null where AWS does not say.</summary>
    public string? Arn { get; init; }

    /// <summary>ACTIVE or DELETED.</summary>
    public required string Status { get; init; }

    /// <summary>A word of <see cref="SonraiControlTower.PermissionModel"/>.</summary>
    public required string PermissionModel { get; init; }

    /// <summary>What it is for, in words.</summary>
    public string? Description { get; init; }

    /// <summary>The template as text.</summary>
    public string? TemplateBody { get; init; }

    /// <summary>The parameters by name; a NoEcho parameter comes as asterisks.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The tags by name.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>The role that a self-managed set runs with in the administrator's account; null where AWS's default counts.</summary>
    public string? AdministrationRoleArn { get; init; }

    /// <summary>The role that a self-managed set assumes in the members.</summary>
    public string? ExecutionRoleName { get; init; }

    /// <summary>Whether new accounts of the targeted units get the stack by themselves; null for a self-managed set.</summary>
    public AutoDeployment? AutoDeployment { get; init; }

    /// <summary>True if operations that do not conflict run at once, and those that do wait in a queue.</summary>
    public bool ManagedExecution { get; init; }

    /// <summary>The units that a service-managed set is deployed to.</summary>
    public IReadOnlyList<string> OrganizationalUnitIds { get; init; } = [];

    /// <summary>The regions that it has instances in; empty where AWS does not say.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public override string ToString() => Name;
}
