namespace SonraiControlTower.Sandbox;

/// <summary>What StackSets refuses, with AWS's own codes.</summary>
internal static class StackSetRefusals
{
    public static AwsFault NoSet(string name) => new("StackSetNotFoundException", $"StackSet {name} not found");

    public static AwsFault NameExists(string name) => new("NameAlreadyExistsException", $"The name {name} is already in use.");

    public static AwsFault CreatedOtherwise(string name) =>
        new("CreatedButModifiedException", $"StackSet {name} was created by the same request and has been modified since.");

    public static AwsFault Busy(StackSetState set, OperationState running) =>
        new("OperationInProgressException", $"Another Operation on StackSet {set.Arn} is in progress: {running.Id}");

    public static AwsFault Stale { get; } =
        new("StaleRequestException", "Another operation has been performed on this StackSet since the specified operation was performed.");

    public static AwsFault NotEmpty { get; } = new("StackSetNotEmptyException", "StackSet is not empty");

    public static AwsFault NoInstance(InstanceKey key, StackSetState set) =>
        new("StackInstanceNotFoundException", $"Stack instance {set.Id}, {key.Account}, {key.Region} not found");

    public static AwsFault NoOperation(string id, StackSetState set) =>
        new("OperationNotFoundException", $"Operation {id} not found for StackSet {set.Name}");

    public static AwsFault Invalid(string words) => new("InvalidOperationException", words);

    public static AwsFault NotTrusted { get; } =
        AwsFault.Validation("You must enable organizations access to operate a service managed stack set");

    public static AwsFault NotDelegated { get; } = AwsFault.Validation("Account used is not a delegated administrator");

    public static AwsFault UnitsOnly { get; } =
        AwsFault.Validation("StackSets with SERVICE_MANAGED permission model can only have OrganizationalUnit as target");

    public static AwsFault AccountsOnly { get; } =
        AwsFault.Validation("StackSets with SELF_MANAGED permission model can only have accounts as target");

    public static AwsFault NoAdministrationRole(string arn) => AwsFault.Validation($"Role {arn} is invalid or cannot be assumed");
}
