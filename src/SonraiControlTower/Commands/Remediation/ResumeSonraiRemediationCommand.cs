using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>
/// Goes on with remediations that are staged or were interrupted, and looks whether anybody misses what earlier ones have taken away. For a schedule.
/// </summary>
[Cmdlet(VerbsLifecycle.Resume, "SonraiRemediation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SonraiRemediation))]
public sealed class ResumeSonraiRemediationCommand : RemediationCmdlet
{
    private readonly Dictionary<string, SonraiRemediation> _taken = [];
    private bool _isNamed;
    private int _resumed;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RemediationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _isNamed |= Id is not null || MyInvocation.ExpectingInput;
        foreach (var remediation in Find(Id ?? []))
        {
            _taken.TryAdd(remediation.Id, remediation);
        }

        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await foreach (var regression in new RemediationWatch(Session.Journal, Session.Analysis, Session.Dig).LookAsync(cancellationToken))
        {
            Regressions.Tell(this, regression);
        }

        var meant = _isNamed ? _taken.Values : Session.Journal.ReadAll()
            .Where(one => one.Status is RemediationStatus.Staged or RemediationStatus.Applying or RemediationStatus.Reverting);
        List<SonraiRemediation> agreed = [.. meant.Where(one => ShouldProcess($"{one.IdentityName} (remediation {one.Id}, {one.Status})", "Go on with"))];
        await foreach (var end in Remediator.ResumeAsync(agreed, cancellationToken))
        {
            Progress.Report("Going on with remediations", $"{++_resumed} of {agreed.Count}, last {end.Remediation}");
            Report(end, passes: true);
        }
    }
}
