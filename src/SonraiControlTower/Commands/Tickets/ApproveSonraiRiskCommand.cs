using System.Management.Automation;
using SonraiControlTower.Binding;

namespace SonraiControlTower.Commands;

/// <summary>Accepts the risk that tickets tell of, with a reason: for good, or until a time.</summary>
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
    [DaysTransformation]
    public TimeSpan? For { get; set; }

    [Parameter]
    [ValidateSet(RiskScope.Ticket, RiskScope.Resource)]
    public string Scope { get; set; } = RiskScope.Ticket;

    [Parameter]
    [ValidatePattern(NotBlank)]
    public string? ApprovedBy { get; set; }

    private protected override Task<TicketChange> ChangeAsync(CancellationToken cancellationToken)
    {
        if (Until is not null && For is not null)
        {
            throw new SonraiException(TicketProblems.TwoEnds);
        }

        var now = TimeProvider.System.GetUtcNow();
        var until = Until ?? (For is { } length ? Later(now, length) : null);
        if (until <= now)
        {
            throw new SonraiException(TicketProblems.AcceptedUntilIsPast(until.Value));
        }

        if (Session.Context.Mode == SonraiMode.Tenant && (until is not null || Scope == RiskScope.Resource))
        {
            WriteWarning("Dig keeps on what terms a risk is accepted as a comment only: it does not end by itself, and tickets that are found later are not covered.");
        }

        return Task.FromResult(TicketChange.AcceptRisk(
            new RiskAcceptance { Reason = Reason!.Trim(), Until = until, Scope = Scope, By = ApprovedBy?.Trim() }));
    }

    /// <summary>A length beyond all time ends where time does.</summary>
    private static DateTimeOffset Later(DateTimeOffset now, TimeSpan length) =>
        length > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : length < DateTimeOffset.MinValue - now ? DateTimeOffset.MinValue : now + length;

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
