namespace SonraiControlTower.Sandbox;

/// <summary>The stack sets of every account and region.</summary>
internal sealed class StackSetRegistry(LandingZone zone)
{
    private readonly Dictionary<(AccountId Owner, string Region, string Name), StackSetState> _sets = [];

    public IEnumerable<StackSetState> Of(AccountId owner) => _sets.Where(one => one.Key.Owner == owner).Select(one => one.Value);

    /// <summary>
    /// Whose sets are meant: a delegated administrator works on those of the management account, everybody else on their own
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-delegated-admin.html">delegated administrator</see>).
    /// </summary>
    /// <exception cref="AwsFault">ValidationError.</exception>
    public AccountId Owner(Caller caller, StackSetRef reference) =>
        reference.CallAs != CallAs.DelegatedAdmin
            ? caller.Account
            : zone.IsDelegated(caller.Account) ? zone.Management : throw StackSetRefusals.NotDelegated;

    /// <summary>The set, by its name or id; null if there is none.</summary>
    public StackSetState? Find(Caller caller, string region, StackSetRef reference)
    {
        var set = _sets.GetValueOrDefault((Owner(caller, reference), region, reference.Name.Split(':')[0]));
        return set is null || reference.Name == set.Name || reference.Name == set.Id ? set : null;
    }

    public StackSetState Demand(Caller caller, string region, StackSetRef reference) =>
        Find(caller, region, reference) ?? throw StackSetRefusals.NoSet(reference.Name);

    public void Add(StackSetState set, string region) => _sets.Add((set.Owner, region, set.Name), set);

    public void Remove(StackSetState set, string region) => _sets.Remove((set.Owner, region, set.Name));
}
