using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Accepts the risk that tickets tell of, with a reason: they are closed and stay so.</summary>
[Cmdlet(VerbsLifecycle.Approve, "SonraiRisk", SupportsShouldProcess = true)]
[OutputType(typeof(TicketResult))]
public sealed class ApproveSonraiRiskCommand : TicketCmdlet
{
    private const string NotBlank = @"\S";

    [Parameter(Mandatory = true, Position = 1)]
    [ValidatePattern(NotBlank)]
    public string? Reason { get; set; }

    private protected override Task<TicketChange> ChangeAsync(CancellationToken cancellationToken) =>
        Task.FromResult(TicketChange.AcceptRisk(Reason!.Trim()));
}
