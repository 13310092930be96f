using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>
/// Brings organization, roles and registrations into step: installs the role where it lacks, proves it, and only then registers the account.
/// -WhatIf gives the drift and changes nothing.
/// </summary>
[Cmdlet(VerbsData.Sync, "SonraiAccount", DefaultParameterSetName = AllSet, SupportsShouldProcess = true)]
[OutputType(typeof(AccountSyncResult))]
public sealed class SyncSonraiAccountCommand : RoleCmdlet, IBackgroundCommand
{
    [Parameter]
    [SrnTransformation(typeof(SonraiCollector), "collector")]
    [ArgumentCompleter(typeof(CollectorCompleter))]
    public string? Collector { get; set; }

    [Parameter]
    [ValidateRange(0, 600)]
    public int PropagationTimeoutSec { get; set; } = 60;

    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 16;

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var (role, dig) = (Role, Session.Dig);
        var collector = await CollectorChoice.ChooseAsync(dig.Collectors, Collector, cancellationToken);
        var plan = SyncPlan.Of(role, Plan(role.Deploy()), collector, AwsPartition.Of(Access.Region));
        plan = plan with { Proof = plan.Proof with { Patience = TimeSpan.FromSeconds(PropagationTimeoutSec), ThrottleLimit = ThrottleLimit } };
        if (await ScopeAsync(IsServiceManaged, cancellationToken) is not { } scope)
        {
            return;
        }

        var sync = new AccountSync(Session.Aws, dig, Access, plan, Session.AwsClock);
        var drift = await sync.ReadAsync(scope, IsEverything, cancellationToken);
        Tell(drift.Notices);
        WriteObject(drift.Known, enumerateCollection: true);

        var agreed = new List<AccountDrift>();
        foreach (var one in drift.Open)
        {
            if (ShouldProcess($"{one.Account}", one.Action))
            {
                agreed.Add(one);
            }
            else
            {
                WriteObject(one.Report());
            }
        }

        await TellAsync(sync.ApplyAsync(drift, agreed, cancellationToken), cancellationToken);
    }
}
