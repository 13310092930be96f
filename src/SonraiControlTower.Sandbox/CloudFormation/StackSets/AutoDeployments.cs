using System.Globalization;

namespace SonraiControlTower.Sandbox;

/// <summary>
/// What a move does to service-managed sets that deploy by themselves
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html">automatic deployments</see>).
/// They heed neither the account filters nor the parameter overrides nor the preferences that the units were deployed with.
/// </summary>
internal sealed class AutoDeployments(LandingZone zone, OperationQueue queue)
{
    private long _begun;

    public void OnMove(StackSetState set, AccountId account, string? from, string to)
    {
        if (set.AutoDeployment is not { Enabled: true } auto || account == zone.Management)
        {
            return;
        }

        var (before, after) = (Target(set, from), Target(set, to));
        if (before is null && after is not null)
        {
            Deploy(set, account, after);
        }
        else if (before is not null && after is null)
        {
            Remove(set, account, auto.RetainStacksOnAccountRemoval);
        }
        else if (after is not null)
        {
            foreach (var instance in set.Instances.Values.Where(one => one.Key.Account == account))
            {
                instance.Unit = after;
            }
        }
    }

    private void Deploy(StackSetState set, AccountId account, string unit)
    {
        var results = set.Units[unit].Select(region => new ResultState(new InstanceKey(account, region), unit)).ToList();
        results.ForEach(result => set.Instance(result));
        Begin(set, OperationAction.Create, results, retain: false);
    }

    private void Remove(StackSetState set, AccountId account, bool retain) => Begin(
        set,
        OperationAction.Delete,
        [.. set.Instances.Values.Where(one => one.Key.Account == account).Select(one => new ResultState(one.Key, one.Unit))],
        retain);

    private void Begin(StackSetState set, OperationAction action, List<ResultState> results, bool retain)
    {
        if (results.Count > 0)
        {
            var id = StableId.Uuid(set.Id, (++_begun).ToString(CultureInfo.InvariantCulture));
            queue.Add(set, new OperationState(id, action, results, zone.Agenda.Now) { RetainStacks = retain });
        }
    }

    private string? Target(StackSetState set, string? parentId) => zone.UnitsFrom(parentId).FirstOrDefault(set.Units.ContainsKey);
}
