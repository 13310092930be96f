using System.Management.Automation;
using System.Security;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Changes the role in place, wave by wave: the next wave begins only when the one before went well.</summary>
[Cmdlet(VerbsData.Update, "SonraiCollectorRole", DefaultParameterSetName = AllSet, SupportsShouldProcess = true)]
[OutputType(typeof(CollectorRoleResult))]
public sealed class UpdateSonraiCollectorRoleCommand : WaveCmdlet, IBackgroundCommand
{
    [Parameter]
    [ValidateSet(CollectorPolicy.SecurityAuditViewOnly, CollectorPolicy.ReadOnlyAccess)]
    public string? PolicyChoice { get; set; }

    [Parameter]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [AllowEmptyCollection]
    public string[]? KmsKeyArn { get; set; }

    [Parameter]
    [AllowEmptyString]
    public string? PermissionsBoundary { get; set; }

    [Parameter]
    [ValidateRange(1, 1000)]
    public int WaveSize { get; set; } = 100;

    [Parameter]
    public SwitchParameter UpdateTemplate { get; set; }

    [Parameter]
    public SwitchParameter Bot { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var template = Bot ? RoleTemplate.Bot : RoleTemplate.Collector;
        var change = new RoleChange
        {
            PolicyChoice = PolicyChoice,
            ExternalId = ExternalId is null ? null : ExternalIdTransformationAttribute.Reveal(ExternalId),
            KmsKeyArns = KmsKeyArn,

            // PowerShell hands over an empty text where nothing was said.
            PermissionsBoundaryArn = MyInvocation.BoundParameters.ContainsKey(nameof(PermissionsBoundary)) ? PermissionsBoundary : null,
            TemplateBody = UpdateTemplate ? template.Body : null,
            WaveSize = WaveSize,
        };
        var plan = RollOutPlan.For(template, Named(Bot ? BotSuffix : "")) with { Preferences = Preferences, Force = Force };
        if (await ScopeAsync(located: false, cancellationToken) is not { } scope)
        {
            return;
        }

        var updater = new RoleUpdater(await OpenHomeAsync(cancellationToken), plan, change, Session.AwsClock);
        var work = await updater.PrepareAsync(scope, cancellationToken);
        Tell(work.Notices);
        Tell(work.Known);
        var agreed = Agreed(work, $"Update the role of the stack set {plan.StackSet} ({change})");
        await TellAsync(updater.UpdateAsync(work, agreed, cancellationToken), cancellationToken);
    }
}
