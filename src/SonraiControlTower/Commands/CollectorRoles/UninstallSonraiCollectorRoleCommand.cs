using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Takes the role out of accounts again; of the whole organization, the stack set too. Only what this module made.</summary>
[Cmdlet(
    VerbsLifecycle.Uninstall, "SonraiCollectorRole", DefaultParameterSetName = AllSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CollectorRoleResult))]
public sealed class UninstallSonraiCollectorRoleCommand : WaveCmdlet, IBackgroundCommand
{
    [Parameter]
    public SwitchParameter Bot { get; set; }

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var plan = RollOutPlan.For(Bot ? RoleTemplate.Bot : RoleTemplate.Collector, Named(Bot ? BotSuffix : "")) with { Preferences = Preferences };
        if (await ScopeAsync(located: false, cancellationToken) is not { } scope)
        {
            return;
        }

        var remover = new RoleRemover(await OpenHomeAsync(cancellationToken), plan, Session.AwsClock);
        var work = await remover.PrepareAsync(scope, IsEverything, cancellationToken);
        Tell(work.Known);
        var agreed = Agreed(work, $"Remove the role of the stack set {plan.StackSet}");
        var everything = IsEverything && work.HasSet && ShouldProcess($"{plan.StackSet}", "Delete the stack set once it has no instances");
        await TellAsync(remover.RemoveAsync(work, agreed, everything, cancellationToken), cancellationToken);
    }
}
