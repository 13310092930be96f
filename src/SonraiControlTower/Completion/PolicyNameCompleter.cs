using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Completion;

/// <summary>
/// Completes the policies that a ticket tells of: of the tickets on the command line where they are known by then, else of every open ticket. A key press is
/// no place for an error or a long wait.
/// </summary>
public sealed class PolicyNameCompleter : IArgumentCompleter
{
    private const int MostTickets = 50;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return Names(fakeBoundParameters).Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.') ? name : $"'{name}'", name, CompletionResultType.ParameterValue, name));
    }

    private static List<string> Names(IDictionary bound)
    {
        var names = new List<string>();
        if (Sessions.Current is not { } session)
        {
            return names;
        }

        using var patience = new CancellationTokenSource(_patience);
        try
        {
            PipelinePump.Run(
                async stop =>
                {
                    var given = Given(bound["Ticket"]);
                    var tickets = given.Length > 0 ? given : await session.Dig.Tickets.ListAsync(new TicketQuery { Statuses = [TicketStatus.New] }, stop).Take(MostTickets).ToArrayAsync(stop);
                    var detailed = Array.TrueForAll(tickets, ticket => ticket.Evidence is not null) ? tickets : await session.Dig.Tickets.WithDetailAsync(tickets, stop);
                    names.AddRange(detailed.SelectMany(ticket => ticket.Evidence ?? []).Select(evidence => evidence.PolicyName));
                },
                patience.Token);
        }
        catch (Exception exception) when (exception is SonraiException or OperationCanceledException)
        {
            return names;
        }

        return names;
    }

    private static SonraiTicket[] Given(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        SonraiTicket ticket => [ticket],
        IEnumerable several and not string => [.. several.Cast<object?>().Select(one => one is PSObject wrappedOne ? wrappedOne.BaseObject : one).OfType<SonraiTicket>().Take(MostTickets)],
        _ => [],
    };
}
