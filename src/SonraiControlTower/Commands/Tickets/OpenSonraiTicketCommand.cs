using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Makes tickets new again that are closed, snoozed, or whose risk is accepted.</summary>
[Cmdlet(VerbsCommon.Open, "SonraiTicket", SupportsShouldProcess = true)]
[OutputType(typeof(TicketResult))]
public sealed class OpenSonraiTicketCommand : TicketCmdlet
{
    private protected override Task<TicketChange> ChangeAsync(CancellationToken cancellationToken) => Task.FromResult(TicketChange.Reopen);
}
