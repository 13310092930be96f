namespace SonraiControlTower.Sandbox;

/// <summary>An instance of a stack set, in one account and region.</summary>
internal sealed class InstanceState(InstanceKey key)
{
    public InstanceKey Key => key;

    public Stack? Stack { get; set; }

    /// <summary>The unit that brought the account in; null in a self-managed set.</summary>
    public string? Unit { get; set; }

    /// <summary>Parameters that are other than the set's own.</summary>
    public IReadOnlyList<TemplateParameter> Overrides { get; set; } = [];

    public string Status { get; set; } = StackInstanceStatus.Outdated;

    public string Detail { get; set; } = StackInstanceDetailedStatus.Pending;

    public string? Reason { get; set; }

    public string? LastOperationId { get; set; }

    public StackInstance ToStackInstance(string stackSetId) => new()
    {
        AccountId = key.Account.ToString(),
        Region = key.Region,
        StackSetId = stackSetId,
        StackId = Stack?.Id,
        OrganizationalUnitId = Unit,
        Status = Status,
        DetailedStatus = Detail,
        StatusReason = Reason,
        DriftStatus = "NOT_CHECKED",
        LastOperationId = LastOperationId,
    };
}
