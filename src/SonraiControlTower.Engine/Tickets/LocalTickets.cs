namespace SonraiControlTower.Engine;

/// <summary>The tickets of the local engine: before anything is answered they are brought in step with what the analysis finds.</summary>
internal sealed class LocalTickets(
    TicketBook book, IFindings findings, LocalSwimlanes swimlanes, LocalUsers users, TimeProvider clock, LocalSession session, LocalAuditLog audit)
    : ITickets, IDisposable
{
    /// <summary>What brings a ticket to a status at a tenant.</summary>
    private static readonly Dictionary<string, string> _operations = new()
    {
        [TicketStatus.New] = "ReopenTickets",
        [TicketStatus.Closed] = "CloseTickets",
        [TicketStatus.Snoozed] = "SnoozeTickets",
        [TicketStatus.RiskAccepted] = "AcceptRiskTickets",
    };

    private readonly SemaphoreSlim _gate = new(1);
    private FindingsStamp? _looked;

    public IAsyncEnumerable<SonraiTicket> ListAsync(TicketQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.Stream(
            async () => (await NowAsync(cancellationToken).ConfigureAwait(false))
                .Where(ticket => Passes(ticket, query))
                .OrderByDescending(ticket => ticket.CreatedAt)
                .ThenByDescending(ticket => ticket.SeverityNumeric)
                .ThenBy(ticket => ticket.ResourceName, StringComparer.Ordinal)
                .ThenBy(ticket => ticket.Srn, StringComparer.Ordinal)
                .Select(Listed)
                .Skip(query.Skip),
            cancellationToken);
    }

    public async Task<IReadOnlyList<SonraiTicket>> FindAsync(IReadOnlyCollection<string> srns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(srns);
        session.Demand(cancellationToken);
        return [.. (await NowAsync(cancellationToken).ConfigureAwait(false)).Where(ticket => srns.Contains(ticket.Srn)).Select(Listed)];
    }

    public async Task<IReadOnlyList<SonraiTicket>> WithDetailAsync(IReadOnlyList<SonraiTicket> tickets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        session.Demand(cancellationToken);
        var states = await InStepAsync(() => tickets.Select(ticket => book.Find(ticket.Srn)).ToList(), cancellationToken).ConfigureAwait(false);
        var detailed = new List<SonraiTicket>();
        foreach (var (ticket, state) in tickets.Zip(states))
        {
            var evidence = state is null ? [] : await findings.EvidenceAsync(state.IdentityArn, cancellationToken).ConfigureAwait(false);
            detailed.Add(ticket with { Evidence = evidence, Comments = state?.Ticket.Comments ?? [] });
        }

        return detailed;
    }

    public async Task<TicketAnswer> WriteAsync(TicketWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(write.Srns.Count, TicketChanger.BatchSize, nameof(write));
        session.Demand(cancellationToken);
        return await InStepAsync(
            () =>
            {
                var areReopened = MoveAll(write.Reopen, TicketStatus.New, null, null);
                var areMoved = write.Status is not { } status || MoveAll(write.Srns, status, write.SnoozedUntil, write.Acceptance);
                return new TicketAnswer
                {
                    IsConfirmed = areReopened && areMoved,
                    AssignmentProblems = write.AssigneeSrn is { } assignee ? Assign(write.Srns, assignee) : new Dictionary<string, Problem>(),
                    CommentProblems = write.Comment is { } body ? Comment(write.Srns, body) : new Dictionary<string, Problem>(),
                };
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The tickets as they are now; what is in their policies is worked out elsewhere.</summary>
    public Task<IReadOnlyList<SonraiTicket>> NowAsync(CancellationToken cancellationToken) =>
        InStepAsync<IReadOnlyList<SonraiTicket>>(
            () => [.. book.States.Select(state => state.Ticket with { Swimlanes = swimlanes.Holding(state.Ticket) })], cancellationToken);

    /// <summary>The tickets with what only the engine knows of them.</summary>
    public Task<IReadOnlyList<TicketState>> StatesAsync(CancellationToken cancellationToken) =>
        InStepAsync<IReadOnlyList<TicketState>>(() => [.. book.States], cancellationToken);

    public void Dispose() => _gate.Dispose();

    private static SonraiTicket Listed(SonraiTicket ticket) => ticket with { Evidence = null, Comments = null };

    /// <summary>Lets one at a time at the tickets, and only after they say what is found now.</summary>
    private async Task<T> InStepAsync<T>(Func<T> act, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var stamp = await findings.StampAsync(cancellationToken).ConfigureAwait(false);
            if (stamp != _looked)
            {
                book.Update(await findings.FindAsync(cancellationToken).ConfigureAwait(false), stamp.Data, clock.GetUtcNow());
                _looked = stamp;
            }

            book.Wake(_looked!.Value.Data, clock.GetUtcNow());
            return act();
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool Passes(SonraiTicket ticket, TicketQuery query) =>
        IsOne(query.Statuses, ticket.Status)
        && IsOne(query.Severities, ticket.Severity)
        && (query.FrameworkSrns.Count == 0 || query.FrameworkSrns.Intersect(ticket.FrameworkSrns ?? []).Any())
        && (query.SwimlaneSrns.Count == 0 || query.SwimlaneSrns.Any(srn => swimlanes.Holds(srn, ticket)))
        && query.Created.Contains(ticket.CreatedAt)
        && query.Modified.Contains(ticket.LastModifiedAt)
        && query.PassesOwnConditions(ticket);

    private static bool IsOne(IReadOnlyList<string> wanted, string? word) =>
        wanted.Count == 0 || wanted.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Moves what can be moved; false where one could not.</summary>
    private bool MoveAll(IReadOnlyList<string> srns, string status, DateTimeOffset? until, RiskAcceptance? acceptance)
    {
        var isWhole = true;
        foreach (var srn in srns)
        {
            isWhole &= TryMove(srn, status, until, acceptance);
        }

        return isWhole;
    }

    private bool TryMove(string srn, string status, DateTimeOffset? until, RiskAcceptance? acceptance)
    {
        var (data, by, now) = (_looked!.Value.Data, users.Self.ToString(), clock.GetUtcNow());
        var moved = status == TicketStatus.RiskAccepted
            ? book.Find(srn)?.Accepted(acceptance, data, by, now)
            : book.Find(srn)?.Moved(status, until, data, by, now);
        if (moved is null)
        {
            return false;
        }

        book.Put([moved]);
        audit.Record(_operations[status], srn, $"Brought the ticket '{moved.Ticket}' to {status}.");
        return true;
    }

    private Dictionary<string, Problem> Assign(IReadOnlyList<string> srns, string userSrn) => Each(
        srns,
        TicketProblems.AssignmentRefused,
        state =>
        {
            var user = users.Find(userSrn);
            if (user is null)
            {
                return $"there is no user '{userSrn}'.";
            }

            book.Put([state.Assigned(user, clock.GetUtcNow())]);
            audit.Record("AssignTicketBulk", state.Ticket.Srn, $"Assigned the ticket '{state.Ticket}' to {user}.");
            return null;
        });

    private Dictionary<string, Problem> Comment(IReadOnlyList<string> srns, string body) => Each(
        srns,
        TicketProblems.CommentRefused,
        state =>
        {
            book.Put([state.Commented(body, users.Self.ToString(), clock.GetUtcNow())]);
            audit.Record("CreateTicketCommentBulk", state.Ticket.Srn, $"Commented on the ticket '{state.Ticket}'.");
            return null;
        });

    private Dictionary<string, Problem> Each(IReadOnlyList<string> srns, Func<string, string, Problem> make, Func<TicketState, string?> act)
    {
        var problems = new Dictionary<string, Problem>();
        foreach (var srn in srns)
        {
            if ((book.Find(srn) is { } state ? act(state) : $"there is no ticket '{srn}'.") is { } why)
            {
                problems[srn] = make(srn, why);
            }
        }

        return problems;
    }
}
