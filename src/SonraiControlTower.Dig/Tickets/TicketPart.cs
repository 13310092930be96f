using System.Text.Json.Nodes;

namespace SonraiControlTower.Dig;

/// <summary>One operation of a request that changes tickets.</summary>
internal sealed record TicketPart(TicketPartKind Kind, GraphQLDocument Document, IReadOnlyList<string> Srns, JsonObject Variables);

internal enum TicketPartKind
{
    /// <summary>Brings tickets to a status; Dig counts how many.</summary>
    Move,

    Assign,

    Comment,
}

/// <summary>What came of an operation of such a request.</summary>
internal sealed class TicketPartOutcome
{
    private readonly WireTicketOutcome? _outcome;

    public TicketPartOutcome(TicketPart part, string alias, GraphQLAnswer answer)
    {
        Part = part;
        _outcome = answer.ReadBesideErrors(part.Document.Name, alias, WireJson.Default.WireTicketOutcome);

        // An error about nothing in particular may be about this one, unless it has its answer.
        Error = answer.ErrorOf(alias)?.Message ?? (_outcome is null && answer.HasErrors ? answer.Messages : null);
    }

    public TicketPart Part { get; }

    /// <summary>What Dig said against the operation as a whole; null for nothing.</summary>
    public string? Error { get; }

    /// <summary>True where Dig counted every ticket as done.</summary>
    public bool IsConfirmed => _outcome is { } outcome
        && outcome.SuccessCount == Part.Srns.Count
        && outcome.FailureCount is null or 0;

    /// <summary>The tickets for which Dig did not say that it is done; results come with the ticket's SRN, else in the order of the requests.</summary>
    public IReadOnlyDictionary<string, Problem> Problems(Func<string, string, Problem> make)
    {
        var results = _outcome?.Results ?? [];
        var problems = new Dictionary<string, Problem>();
        for (var index = 0; index < Part.Srns.Count; index++)
        {
            var srn = Part.Srns[index];
            var result = results.FirstOrDefault(one => one.TicketSrn == srn)
                ?? (index < results.Count && results[index].TicketSrn is null ? results[index] : null);
            if (result?.Success != true)
            {
                problems[srn] = make(srn, WireScalar.Text(result?.Error) ?? Error ?? "(no reason)");
            }
        }

        return problems;
    }
}
