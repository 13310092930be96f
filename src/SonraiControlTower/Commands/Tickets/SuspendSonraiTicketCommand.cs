using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Snoozes tickets until a time; they are new again then.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "SonraiTicket", SupportsShouldProcess = true)]
[OutputType(typeof(TicketResult))]
public sealed class SuspendSonraiTicketCommand : TicketCmdlet
{
    [Parameter(Mandatory = true, Position = 1)]
    public DateTimeOffset Until { get; set; }

    private protected override Task<TicketChange> ChangeAsync(CancellationToken cancellationToken) => Until > TimeProvider.System.GetUtcNow()
        ? Task.FromResult(TicketChange.Snooze(Until))
        : throw new SonraiException(TicketProblems.UntilIsPast(Until));
}
