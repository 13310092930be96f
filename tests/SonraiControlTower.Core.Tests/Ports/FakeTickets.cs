namespace SonraiControlTower.Core.Tests.Ports;

/// <summary>Tickets that change as the test says, with a record of what was asked.</summary>
internal sealed class FakeTickets(params IReadOnlyList<SonraiTicket> tickets) : ITickets
{
    private readonly Dictionary<string, SonraiTicket> _now = tickets.ToDictionary(ticket => ticket.Srn);

    /// <summary>What was written, in order.</summary>
    public List<TicketWrite> Written { get; } = [];

    /// <summary>How often tickets were looked up.</summary>
    public int Finds { get; private set; }

    /// <summary>How often details were asked for.</summary>
    public int Details { get; private set; }

    /// <summary>Tickets that stay as they are, whatever is written.</summary>
    public HashSet<string> Unmoved { get; } = [];

    /// <summary>What is answered in place of a confirmation; the tickets move all the same, but for those that stay.</summary>
    public Problem? Answers { get; set; }

    public Dictionary<string, Problem> CommentProblems { get; } = [];

    public Dictionary<string, Problem> AssignmentProblems { get; } = [];

    /// <summary>Done when tickets are looked up; may throw.</summary>
    public Action<int> OnFind { get; set; } = _ => { };

    public static SonraiTicket Ticket(string id, string status = TicketStatus.New) => new()
    {
        Title = "AWS Roles: Unused Sensitive Permissions",
        Srn = $"srn:acme::Ticket/{id}",
        Status = status,
        ResourceName = $"role-{id}",
        ResourceSrn = $"srn:aws:iam::111122223333/Role/Role/role-{id}",
        ResourceType = "Role",
        Account = "111122223333",
    };

    public SonraiTicket Now(string id) => _now[$"srn:acme::Ticket/{id}"];

    public IAsyncEnumerable<SonraiTicket> ListAsync(TicketQuery query, CancellationToken cancellationToken) =>
        _now.Values.Where(query.PassesOwnConditions).ToAsyncEnumerable();

    public Task<IReadOnlyList<SonraiTicket>> FindAsync(IReadOnlyCollection<string> srns, CancellationToken cancellationToken)
    {
        OnFind(++Finds);
        return Task.FromResult<IReadOnlyList<SonraiTicket>>([.. srns.Where(_now.ContainsKey).Select(srn => _now[srn])]);
    }

    public Task<IReadOnlyList<SonraiTicket>> WithDetailAsync(IReadOnlyList<SonraiTicket> tickets, CancellationToken cancellationToken)
    {
        Details++;
        return Task.FromResult<IReadOnlyList<SonraiTicket>>([.. tickets.Select(ticket => ticket with { Evidence = [], Comments = [] })]);
    }

    public Task<TicketAnswer> WriteAsync(TicketWrite write, CancellationToken cancellationToken)
    {
        Written.Add(write);
        foreach (var srn in write.Srns.Where(srn => !Unmoved.Contains(srn)))
        {
            _now[srn] = _now[srn] with { Status = write.Status ?? _now[srn].Status, TransitionedAt = DateTimeOffset.UnixEpoch.AddDays(Written.Count) };
        }

        return Task.FromResult(new TicketAnswer
        {
            IsConfirmed = Answers is null && !write.Srns.Any(Unmoved.Contains),
            Problem = Answers,
            CommentProblems = CommentProblems,
            AssignmentProblems = AssignmentProblems,
        });
    }
}
