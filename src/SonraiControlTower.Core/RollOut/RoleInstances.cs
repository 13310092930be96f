namespace SonraiControlTower;

/// <summary>The instances of a stack set by account. IAM is global: an instance in any region brings the role.</summary>
internal sealed class RoleInstances
{
    private readonly Dictionary<AccountId, StackInstance> _byAccount;

    private RoleInstances(Dictionary<AccountId, StackInstance> byAccount) => _byAccount = byAccount;

    public static RoleInstances None { get; } = new([]);

    public IEnumerable<StackInstance> All => _byAccount.Values;

    /// <summary>Reads them, every page.</summary>
    public static async Task<RoleInstances> ReadAsync(
        ICloudFormation cloudFormation, StackSetRef stackSet, StackInstanceFilter filter, CancellationToken cancellationToken)
    {
        var byAccount = new Dictionary<AccountId, StackInstance>();
        await foreach (var instance in cloudFormation.StackInstances.ListAsync(stackSet, filter, cancellationToken).ConfigureAwait(false))
        {
            var id = AccountId.Parse(instance.AccountId);
            if (!byAccount.TryGetValue(id, out var known) || (!IsCurrent(known) && IsCurrent(instance)))
            {
                byAccount[id] = instance;
            }
        }

        return new(byAccount);
    }

    public StackInstance? Of(OrgAccount account) => Of(AccountId.Parse(account.AccountId));

    /// <summary>The instance, if it has a stack: where AWS passed the account by, or could not enter it, there is none.</summary>
    public StackInstance? StackOf(AccountId id) => Of(id) is { StackId: not null } instance ? instance : null;

    public StackInstance? Of(AccountId id) => _byAccount.GetValueOrDefault(id);

    /// <summary>True where the stack is as the set has it, and nothing is under way.</summary>
    public static bool IsCurrent(StackInstance? instance) =>
        instance is { Status: StackInstanceStatus.Current } && !IsUnderWay(instance);

    public static bool IsUnderWay(StackInstance? instance) =>
        instance?.DetailedStatus is StackInstanceDetailedStatus.Pending or StackInstanceDetailedStatus.Running;
}
