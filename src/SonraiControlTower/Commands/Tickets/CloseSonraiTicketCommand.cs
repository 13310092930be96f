using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Closes tickets; they come back when the same is found again.</summary>
[Cmdlet(VerbsCommon.Close, "SonraiTicket", SupportsShouldProcess = true)]
[OutputType(typeof(TicketResult))]
public sealed class CloseSonraiTicketCommand : TicketCmdlet
{
    private protected override Task<TicketChange> ChangeAsync(CancellationToken cancellationToken) => Task.FromResult(TicketChange.Close);
}
