namespace SonraiControlTower;

/// <summary>
/// Changes tickets, up to fifty at once. It looks how they are, sends one request for those that are not yet as they shall be, and looks again
/// only where Dig's answer leaves a doubt. Run again after any interruption, it does what is missing and nothing twice.
/// </summary>
public sealed class TicketChanger(ITickets tickets, TicketChange change)
{
    /// <summary>How many tickets go into one request; what Sonrai's public tools send by default.</summary>
    public const int BatchSize = 50;

    /// <summary>Changes tickets and gives the end that each came to, in the order they were given. A ticket given twice is sent once.</summary>
    /// <exception cref="SonraiException">Only where nothing of the batch can have been changed.</exception>
    public async Task<IReadOnlyList<TicketEnd>> ApplyAsync(IReadOnlyList<string> srns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(srns);
        var before = await ReadAsync([.. srns.Distinct()], cancellationToken).ConfigureAwait(false);
        var steps = before.Values.ToLookup(change.StepFor);
        List<SonraiTicket> moved = [.. steps[TicketStep.Move], .. steps[TicketStep.ReopenAndMove]];

        var ends = before.Values.Except(moved).ToDictionary(ticket => ticket.Srn, Unsent);
        if (moved.Count > 0)
        {
            var write = new TicketWrite
            {
                Reopen = [.. steps[TicketStep.ReopenAndMove].Select(ticket => ticket.Srn)],
                Srns = moved.ConvertAll(ticket => ticket.Srn),
                Status = change.Status,
                SnoozedUntil = change.SnoozedUntil,
                Acceptance = change.Acceptance,
                AssigneeSrn = change.Assignee?.Srn,
                Comment = change.Comment,
            };
            var answer = await tickets.WriteAsync(write, cancellationToken).ConfigureAwait(false);
            await SettleAsync(moved, answer, ends, cancellationToken).ConfigureAwait(false);
        }

        return [.. srns.Select(srn => ends.GetValueOrDefault(srn) is { Result: not null } end ? end : Missing(srn))];
    }

    private async Task SettleAsync(
        IReadOnlyList<SonraiTicket> moved, TicketAnswer answer, Dictionary<string, TicketEnd> ends, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, SonraiTicket>? after = null;
        if (!answer.IsConfirmed)
        {
            try
            {
                after = await ReadAsync([.. moved.Select(ticket => ticket.Srn)], cancellationToken).ConfigureAwait(false);
            }
            catch (SonraiException lost)
            {
                // What happened must be told for each ticket, though Dig went away before it could be looked at.
                answer = answer with { Problem = answer.Problem ?? lost.Problem };
                after = moved.ToDictionary(ticket => ticket.Srn);
            }
        }

        foreach (var ticket in moved)
        {
            ends[ticket.Srn] = Settle(ticket, after is null ? ticket with { Status = change.Status ?? ticket.Status } : after.GetValueOrDefault(ticket.Srn), answer);
        }
    }

    private TicketEnd Settle(SonraiTicket before, SonraiTicket? now, TicketAnswer answer)
    {
        if (now is null)
        {
            return Missing(before.Srn);
        }

        if (!answer.IsConfirmed && !HasCome(before, now))
        {
            return Failed(now, answer.Problem ?? TicketProblems.NotChanged(now, change.Verb));
        }

        // What a note could not do is its failure; beside a move it is only something to be said.
        var problem = answer.AssignmentProblems.GetValueOrDefault(before.Srn) ?? answer.CommentProblems.GetValueOrDefault(before.Srn);
        return problem is not null
            ? new TicketEnd(End(now, change.Status is null ? TicketOutcome.Failed : TicketOutcome.Done) with { Reason = problem.Message }, problem)
            : new TicketEnd(End(now, TicketOutcome.Done));
    }

    /// <summary>Whether a ticket is now as it shall be. One that was so in name before has come there anew only if the move has left its mark.</summary>
    private bool HasCome(SonraiTicket before, SonraiTicket now) => change.Status is null
        || (now.Status == change.Status && (before.Status != now.Status || Mark(before) != Mark(now)));

    private static (DateTimeOffset?, DateTimeOffset?) Mark(SonraiTicket ticket) => (ticket.TransitionedAt, ticket.LastModifiedAt);

    private TicketEnd Unsent(SonraiTicket ticket) => change.StepFor(ticket) == TicketStep.None
        ? new TicketEnd(End(ticket, TicketOutcome.AlreadyDone))
        : Failed(ticket, TicketProblems.Decided(ticket, change.Verb));

    private static TicketEnd Failed(SonraiTicket ticket, Problem problem) =>
        new(End(ticket, TicketOutcome.Failed) with { Reason = problem.Message }, problem);

    private static TicketEnd Missing(string srn)
    {
        var problem = TicketProblems.NotFound(srn);
        return new TicketEnd(new TicketResult { Srn = srn, Status = TicketOutcome.Failed, Reason = problem.Message }, problem);
    }

    private static TicketResult End(SonraiTicket ticket, string status) => new()
    {
        Srn = ticket.Srn,
        Title = ticket.Title,
        ResourceName = ticket.ResourceName,
        Account = ticket.Account,
        Status = status,
        TicketStatus = ticket.Status,
    };

    private async Task<IReadOnlyDictionary<string, SonraiTicket>> ReadAsync(IReadOnlyCollection<string> srns, CancellationToken cancellationToken) =>
        (await tickets.FindAsync(srns, cancellationToken).ConfigureAwait(false)).DistinctBy(ticket => ticket.Srn).ToDictionary(ticket => ticket.Srn);
}
