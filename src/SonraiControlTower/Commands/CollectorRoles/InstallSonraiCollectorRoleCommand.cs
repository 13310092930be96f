using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Gets the collector role into accounts by a stack set, and tells of every account what came of it. Run again, it does what is missing.</summary>
[Cmdlet(VerbsLifecycle.Install, "SonraiCollectorRole", DefaultParameterSetName = AllSet, SupportsShouldProcess = true)]
[OutputType(typeof(CollectorRoleResult))]
public sealed class InstallSonraiCollectorRoleCommand : RoleCmdlet, IBackgroundCommand
{
    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string? BotRoleName { get; set; }

    [Parameter]
    public SwitchParameter NoWait { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var role = Role with { BotRoleName = BotRoleName };
        var plan = Plan(role.Deploy());
        if (await ScopeAsync(IsServiceManaged, cancellationToken) is not { } scope)
        {
            return;
        }

        var home = await OpenHomeAsync(cancellationToken);
        await InstallAsync(home, plan, scope, cancellationToken);
        if (role.DeployBot() is { } bot)
        {
            await InstallAsync(home, Plan(bot, BotSuffix), scope, cancellationToken);
        }
    }

    private async Task InstallAsync(StackSetHome home, RollOutPlan plan, RollOutScope scope, CancellationToken cancellationToken)
    {
        plan = plan with { Force = Force, Wait = !NoWait };
        var installer = new RoleInstaller(home, plan, Session.AwsClock);
        var work = await installer.PrepareAsync(scope, cancellationToken);
        Tell(work.Notices);
        Tell(work.Known);

        var overwrite = work.Overwriting is { } differences
            && ShouldProcess($"{plan.StackSet}", $"Overwrite the stack set ({differences}) and update every account that has it");
        var agreed = Agreed(work, $"Install the role {plan.Role.RoleName} by the stack set {plan.StackSet}");
        var agreedUnits = work.NewUnits.Count > 0
            && ShouldProcess(string.Join(", ", work.NewUnits), $"Deploy the stack set {plan.StackSet} to the accounts to come");
        if (overwrite || agreed.Count > 0 || agreedUnits)
        {
            await TellAsync(installer.InstallAsync(agreedUnits ? work : work with { NewUnits = [] }, agreed, overwrite, cancellationToken), cancellationToken);
        }
    }
}
