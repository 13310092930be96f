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

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (Scope == RiskScope.Resource)
        {
            await TakeOthersAsync(cancellationToken);
        }

        await base.EndAsync(cancellationToken);
    }

    /// <summary>The other open tickets of the same resources.</summary>
    private async Task TakeOthersAsync(CancellationToken cancellationToken)
    {
        var (tickets, _) = await new TicketReader(Session.Dig, detailed: false).FindAsync(TakenSrns, cancellationToken);
        var resources = tickets.Select(ticket => ticket.ResourceSrn).OfType<string>().ToHashSet();
        var query = new TicketQuery
        {
            Statuses = [TicketStatus.New],
            ResourceMatches = ticket => ticket.ResourceSrn is { } srn && resources.Contains(srn),
        };
        foreach (var other in await Session.Dig.Tickets.ListAsync(query, cancellationToken).ToListAsync(cancellationToken))
        {
            await TakeAsync(other, cancellationToken);
        }
    }
}
