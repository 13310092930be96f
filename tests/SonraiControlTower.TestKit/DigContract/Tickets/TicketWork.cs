using System.Globalization;

namespace SonraiControlTower.TestKit;

/// <summary>What the token's user does to tickets: moves them, gives them to users, comments on them.</summary>
internal sealed class TicketWork(DigContractOptions options, ContractTickets tickets, ContractUsers users)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _refusals = [];
    private int _lastComment;

    public void RefuseComments(string srn, string message)
    {
        lock (_gate)
        {
            _refusals[srn] = message;
        }
    }

    /// <summary>What cannot make the transition counts as a failure and is no error.</summary>
    public TicketCounts Move(IEnumerable<string> srns, TicketMove move, DateTimeOffset? until = null)
    {
        var moved = srns.Select(srn => tickets.Move(srn, move, users.Own.Srn, until)).ToList();
        return new TicketCounts(moved.Count(one => one), moved.Count(one => !one));
    }

    public TicketAnswer Assign(string ticketSrn, string userSrn)
    {
        var error = users.Find(userSrn) is null ? $"no SonraiUser '{userSrn}'"
            : tickets.Change(ticketSrn, ticket => ticket with { Assignee = userSrn }) ? null
            : Unknown(ticketSrn);
        return new TicketAnswer(ticketSrn, error);
    }

    public TicketAnswer Comment(string ticketSrn, string createdBy, string body)
    {
        lock (_gate)
        {
            var srn = string.Create(CultureInfo.InvariantCulture, $"srn:{options.Org}::Comment/00000000-0000-4000-8000-{++_lastComment:x12}");
            var comment = new ContractComment(srn, ticketSrn, createdBy, options.Clock.GetUtcNow(), body);
            var error = createdBy != users.Own.Srn ? $"createdBy must be '{users.Own.Srn}'"
                : _refusals.TryGetValue(ticketSrn, out var refusal) ? refusal
                : tickets.Change(ticketSrn, ticket => ticket with { Comments = [.. ticket.Comments, comment] }) ? null
                : Unknown(ticketSrn);
            return new TicketAnswer(ticketSrn, error, error is null ? comment : null);
        }
    }

    private string Unknown(string srn) => $"no {tickets.Label} '{srn}'";
}

/// <summary>How many of a request's tickets made a transition, and how many did not.</summary>
internal sealed record TicketCounts(int Successes, int Failures);

/// <summary>What came of one ticket's request; no error where it was done.</summary>
internal sealed record TicketAnswer(string TicketSrn, string? Error, ContractComment? Comment = null);
