using System.Management.Automation;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Binding;

/// <summary>What changes of tickets have in common: which tickets, fifty to a request, and a result for each.</summary>
// No default parameter set: it would be tried first, and a ticket would bind by its property Srn alone.
public abstract class TicketCmdlet : AsyncCmdlet
{
    private const string TicketSet = "Ticket";
    private const string SrnSet = "Srn";

    private readonly HashSet<string> _seen = [];
    private readonly List<(string Srn, object Target)> _batch = [];
    private TicketChange? _change;
    private TicketChanger? _changer;
    private int _settled;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TicketSet, ValueFromPipeline = true)]
    public SonraiTicket[]? Ticket { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SrnSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Srn { get; set; }

    /// <summary>What shall become of the tickets.</summary>
    private protected abstract Task<TicketChange> ChangeAsync(CancellationToken cancellationToken);

    protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        _change = await ChangeAsync(cancellationToken);
        _changer = new TicketChanger(Session.Dig.Tickets, _change);
    }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var ticket in Ticket ?? [])
        {
            await TakeAsync(ticket.Srn, $"{ticket}", ticket, cancellationToken);
        }

        foreach (var srn in Srn ?? [])
        {
            await TakeAsync(srn, srn, srn, cancellationToken);
        }
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await ChangeBatchAsync(cancellationToken);
        if (MyInvocation.ExpectingInput && _seen.Count == 0)
        {
            WriteProblem(TicketProblems.NoneGiven(MyInvocation.MyCommand.Name), null);
        }
    }

    /// <summary>Takes a ticket that the change is about, too.</summary>
    private protected Task TakeAsync(SonraiTicket ticket, CancellationToken cancellationToken) => TakeAsync(ticket.Srn, $"{ticket}", ticket, cancellationToken);

    /// <summary>The SRNs of the tickets that were taken.</summary>
    private protected IReadOnlyCollection<string> TakenSrns => _seen;

    private async Task TakeAsync(string srn, string shown, object target, CancellationToken cancellationToken)
    {
        // A ticket that comes again has its result already.
        if (_seen.Add(srn) && ShouldProcess(shown, _change!.Action))
        {
            _batch.Add((srn, target));
            if (_batch.Count == TicketChanger.BatchSize)
            {
                await ChangeBatchAsync(cancellationToken);
            }
        }
    }

    private async Task ChangeBatchAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var ends = await _changer!.ApplyAsync([.. _batch.Select(one => one.Srn)], cancellationToken);
        foreach (var ((_, target), (result, problem)) in _batch.Zip(ends))
        {
            Progress.Report("Changing tickets", $"{++_settled} tickets, last {result}");
            WriteObject(result);
            if (problem is not null)
            {
                WriteProblem(problem, target);
            }
        }

        _batch.Clear();
    }
}
