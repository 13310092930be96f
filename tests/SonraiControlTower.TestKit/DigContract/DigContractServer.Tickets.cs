namespace SonraiControlTower.TestKit;

/// <summary>The tickets of the server, or its findings: what a test puts there, and what has become of it.</summary>
public sealed partial class DigContractServer
{
    /// <summary>How many tickets there are in each status.</summary>
    public IReadOnlyDictionary<string, int> TicketStatuses =>
        _tenant.Tickets.All(_ => true).GroupBy(one => one.Status).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Adds a ticket and gives its SRN.</summary>
    public string AddTicket(ContractTicketSeed seed) => _tenant.Tickets.Add(seed);

    /// <summary>Adds many tickets, each made from its number, and gives their SRNs.</summary>
    public IReadOnlyList<string> AddTickets(int count, Func<int, ContractTicketSeed> seed) =>
        [.. Enumerable.Range(0, count).Select(number => AddTicket(seed(number)))];

    /// <summary>The status of a ticket now.</summary>
    public string StatusOf(string srn) => Ticket(srn).Status;

    /// <summary>What was written about a ticket, in order.</summary>
    public IReadOnlyList<string> CommentsOn(string srn) => [.. Ticket(srn).Comments.Select(one => one.Body)];

    /// <summary>The SRN of the user that a ticket is given to; null for nobody.</summary>
    public string? AssigneeOf(string srn) => Ticket(srn).Assignee;

    /// <summary>When a snoozed ticket becomes new again; null where it is not snoozed, or for good.</summary>
    public DateTimeOffset? SnoozedUntil(string srn) => Ticket(srn).SnoozedUntil;

    /// <summary>Puts a ticket into a status behind the API's back.</summary>
    public void SetTicketStatus(string srn, string status) => _tenant.Tickets.Change(
        Ticket(srn).Srn, ticket => ticket with { Status = TicketMove.Known(status), SnoozedUntil = null });

    /// <summary>Takes a ticket away, as though it had never been.</summary>
    public void RemoveTicket(string srn) => _tenant.Tickets.Remove(srn);

    /// <summary>From now on, every transition of this ticket counts as a failure.</summary>
    public void RefuseTicket(string srn) => _tenant.Tickets.Refuse(srn);

    /// <summary>From now on, comments on this ticket are refused with the message.</summary>
    public void RefuseComments(string srn, string message) => _tenant.Work.RefuseComments(srn, message);

    private ContractTicket Ticket(string srn) => _tenant.Tickets.Find(srn) ?? throw new ArgumentException($"no such ticket: '{srn}'");
}
