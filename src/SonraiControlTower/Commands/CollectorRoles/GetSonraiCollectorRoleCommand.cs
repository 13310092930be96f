using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Tells how the role is in each account, and what of it is otherwise than it shall be.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiCollectorRole", DefaultParameterSetName = AllSet)]
[OutputType(typeof(CollectorRoleState))]
public sealed class GetSonraiCollectorRoleCommand : StackSetCmdlet
{
    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 16;

    [Parameter]
    public SwitchParameter Inspect { get; set; }

    [Parameter]
    public SwitchParameter Bot { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (await ScopeAsync(located: false, cancellationToken) is not { } scope)
        {
            return;
        }

        var plan = RollOutPlan.For(Bot ? RoleTemplate.Bot : RoleTemplate.Collector, Named(Bot ? BotSuffix : "")) with { ExecutionRoleName = ExecutionRoleName };
        var read = 0;
        await foreach (var state in new RoleReader(Session.Aws, Access, plan)
            .ReadAsync(scope.Accounts, IsEverything, Inspect, ThrottleLimit, cancellationToken))
        {
            Progress.Report("Reading roles", $"{++read} accounts, last {state.AccountId}", read * 100 / Math.Max(read, scope.Accounts.Count));
            WriteObject(state);
        }
    }
}
