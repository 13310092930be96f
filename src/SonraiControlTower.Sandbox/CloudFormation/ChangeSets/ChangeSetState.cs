namespace SonraiControlTower.Sandbox;

/// <summary>A change set of a stack.</summary>
internal sealed class ChangeSetState(string name, string id, Stack stack, StackRequest request, bool isForNewStack)
{
    public string Name => name;

    public string Id => id;

    public Stack Stack => stack;

    public StackRequest Request => request;

    public bool IsForNewStack => isForNewStack;

    public string Status { get; set; } = "CREATE_IN_PROGRESS";

    public string? Reason { get; set; }

    public bool HasNoChanges { get; set; }

    public bool IsExecuted { get; set; }

    public IReadOnlyList<ResourceChange> Changes { get; set; } = [];

    public ChangeSet ToChangeSet() => new(id, stack.Id, Status, Reason, HasNoChanges, Changes);
}
