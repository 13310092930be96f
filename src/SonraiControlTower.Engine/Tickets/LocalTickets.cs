namespace SonraiControlTower.Engine;

/// <summary>The tickets of the local engine.</summary>
internal sealed class LocalTickets(
    IReadOnlyList<SonraiTicket> tickets, LocalSwimlanes swimlanes, LocalUsers users, TimeProvider clock, LocalSession session, LocalAuditLog audit) : ITickets
{
    /// <summary>What brings a ticket to a status at a tenant.</summary>
    private static readonly Dictionary<string, string> _operations = new()
    {
        [TicketStatus.New] = "ReopenTickets",
        [TicketStatus.Closed] = "CloseTickets",
        [TicketStatus.Snoozed] = "SnoozeTickets",
        [TicketStatus.RiskAccepted] = "AcceptRiskTickets",
    };

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HeldTicket> _held = tickets.ToDictionary(
        ticket => ticket.Srn, ticket => new HeldTicket(ticket with { Swimlanes = swimlanes.Holding(ticket) }));

    public IAsyncEnumerable<SonraiTicket> ListAsync(TicketQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return session.Stream(
            () => Now().Where(ticket => Passes(ticket, query)).OrderByDescending(ticket => ticket.CreatedAt).Select(Listed).Skip(query.Skip),
            cancellationToken);
    }

    public async Task<IReadOnlyList<SonraiTicket>> FindAsync(IReadOnlyCollection<string> srns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(srns);
        session.Demand(cancellationToken);
        return [.. Now().Where(ticket => srns.Contains(ticket.Srn)).Select(Listed)];
    }

    public async Task<IReadOnlyList<SonraiTicket>> WithDetailAsync(IReadOnlyList<SonraiTicket> tickets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        session.Demand(cancellationToken);
        var now = Now().ToDictionary(ticket => ticket.Srn);
        return [.. tickets.Select(ticket => ticket with
        {
            Evidence = now.GetValueOrDefault(ticket.Srn)?.Evidence ?? [],
            Comments = now.GetValueOrDefault(ticket.Srn)?.Comments ?? [],
        })];
    }

    public async Task<TicketAnswer> WriteAsync(TicketWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(write.Srns.Count, TicketChanger.BatchSize, nameof(write));
        session.Demand(cancellationToken);
        lock (_gate)
        {
            WakeAll();
            var areReopened = MoveAll(write.Reopen, TicketStatus.New, null);
            var areMoved = write.Status is not { } status || MoveAll(write.Srns, status, write.SnoozedUntil);
            return new TicketAnswer
            {
                IsConfirmed = areReopened && areMoved,
                AssignmentProblems = write.AssigneeSrn is { } assignee ? Assign(write.Srns, assignee) : new Dictionary<string, Problem>(),
                CommentProblems = write.Comment is { } body ? Comment(write.Srns, body) : new Dictionary<string, Problem>(),
            };
        }
    }

    /// <summary>The tickets as they are now, with all that is known of them.</summary>
    public IReadOnlyList<SonraiTicket> Now()
    {
        lock (_gate)
        {
            WakeAll();
            return [.. _held.Values.Select(held => held.Ticket)];
        }
    }

    private static SonraiTicket Listed(SonraiTicket ticket) => ticket with { Evidence = null, Comments = null };

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

    private void WakeAll()
    {
        foreach (var held in _held.Values)
        {
            held.Wake(clock.GetUtcNow());
        }
    }

    /// <summary>Moves what can be moved; false where one could not.</summary>
    private bool MoveAll(IReadOnlyList<string> srns, string status, DateTimeOffset? until)
    {
        var isWhole = true;
        foreach (var srn in srns)
        {
            isWhole &= TryMove(srn, status, until);
        }

        return isWhole;
    }

    private bool TryMove(string srn, string status, DateTimeOffset? until)
    {
        var isMoved = _held.GetValueOrDefault(srn)?.TryMove(status, until, users.Self.ToString(), clock.GetUtcNow()) == true;
        if (isMoved)
        {
            audit.Record(_operations[status], srn, $"Brought the ticket '{_held[srn].Ticket}' to {status}.");
        }

        return isMoved;
    }

    private Dictionary<string, Problem> Assign(IReadOnlyList<string> srns, string userSrn) => Each(
        srns,
        TicketProblems.AssignmentRefused,
        held =>
        {
            var user = users.Find(userSrn);
            if (user is null)
            {
                return $"there is no user '{userSrn}'.";
            }

            held.Assign(user, clock.GetUtcNow());
            audit.Record("AssignTicketBulk", held.Ticket.Srn, $"Assigned the ticket '{held.Ticket}' to {user}.");
            return null;
        });

    private Dictionary<string, Problem> Comment(IReadOnlyList<string> srns, string body) => Each(
        srns,
        TicketProblems.CommentRefused,
        held =>
        {
            held.Comment(body, users.Self.ToString(), clock.GetUtcNow());
            audit.Record("CreateTicketCommentBulk", held.Ticket.Srn, $"Commented on the ticket '{held.Ticket}'.");
            return null;
        });

    private Dictionary<string, Problem> Each(IReadOnlyList<string> srns, Func<string, string, Problem> make, Func<HeldTicket, string?> act)
    {
        var problems = new Dictionary<string, Problem>();
        foreach (var srn in srns)
        {
            if ((_held.TryGetValue(srn, out var held) ? act(held) : $"there is no ticket '{srn}'.") is { } why)
            {
                problems[srn] = make(srn, why);
            }
        }

        return problems;
    }
}
