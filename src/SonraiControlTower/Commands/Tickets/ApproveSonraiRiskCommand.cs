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

    [Parameter]
    public DateTimeOffset? Until { get; set; }

    [Parameter]
    [ValidateSet(RiskScope.Ticket, RiskScope.Resource)]
    public string Scope { get; set; } = RiskScope.Ticket;

    [Parameter]
    [ValidatePattern(NotBlank)]
    public string? ApprovedBy { get; set; }

    private protected override Task<TicketChange> ChangeAsync(CancellationToken cancellationToken)
    {
        if (Until is { } until && until <= DateTimeOffset.UtcNow)
        {
            throw new SonraiException(TicketProblems.AcceptedUntilIsPast(until));
        }

        return Task.FromResult(TicketChange.AcceptRisk(
            new RiskAcceptance { Reason = Reason!.Trim(), Until = Until, Scope = Scope, By = ApprovedBy?.Trim() }));
    }
}
