using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Lists tickets about permissions that nobody needs, newest first, as they come.</summary>
[Cmdlet(VerbsCommon.Get, "SonraiLeastPrivilegeTicket", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(SonraiTicket))]
public sealed class GetSonraiLeastPrivilegeTicketCommand : AsyncCmdlet
{
    private const string FilterSet = "Filter";
    private const string SrnSet = "Srn";
    private const string DetailedView = "SonraiControlTower.SonraiTicket#Detailed";

    private readonly AccountIdPipeline _accounts = new();
    private readonly List<string> _srns = [];
    private int _read;

    [Parameter(Position = 0, ParameterSetName = FilterSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Resource { get; set; }

    [Parameter(ParameterSetName = FilterSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    [ArgumentCompleter(typeof(SwimlaneCompleter))]
    [SrnTransformation(typeof(SonraiSwimlane), "swimlane", AllowsSeveral = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Swimlane { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    [ArgumentCompleter(typeof(FrameworkCompleter))]
    [SrnTransformation(typeof(SonraiControlFramework), "control framework", AllowsSeveral = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ControlFramework { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    [ValidateSet(TicketSeverity.Critical, TicketSeverity.High, TicketSeverity.Medium, TicketSeverity.Low, TicketSeverity.Informational)]
    public string[]? Severity { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    [ValidateSet(TicketStatus.New, TicketStatus.Closed, TicketStatus.Snoozed, TicketStatus.RiskAccepted)]
    public string[]? Status { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    public DateTimeOffset? CreatedAfter { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    public DateTimeOffset? CreatedBefore { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    public DateTimeOffset? ModifiedAfter { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    public DateTimeOffset? ModifiedBefore { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = SrnSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Srn { get; set; }

    [Parameter]
    public SwitchParameter Detailed { get; set; }

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in _accounts.Gather(AccountId))
        {
            WriteProblem(problem, problem.Target);
        }

        _srns.AddRange(Srn ?? []);
        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var reader = new TicketReader(Session.Dig, Detailed);
        if (_srns.Count > 0)
        {
            var (tickets, missing) = await reader.FindAsync(_srns, cancellationToken);
            foreach (var ticket in tickets)
            {
                Give(ticket);
            }

            foreach (var srn in missing)
            {
                WriteProblem(TicketProblems.NotFound(srn), srn);
            }
        }

        // A pipeline may bring both kinds; what it brought last is not all that was meant.
        if ((_srns.Count == 0 || _accounts.Ids.Count > 0) && await QueryAsync(cancellationToken) is { } query)
        {
            await foreach (var ticket in reader.ListAsync(query, cancellationToken))
            {
                Progress.Report("Reading tickets", $"{++_read} tickets");
                Give(ticket);
            }
        }

        if (reader.Problem is { } problem)
        {
            WriteWarning($"Collectors' roles were recognized by the name {RegistrationPlan.DefaultRoleName} only, since registrations could not be read: {problem.Message}");
        }
    }

    /// <summary>A ticket with its details is worth more than a line.</summary>
    private void Give(SonraiTicket ticket)
    {
        var shown = PSObject.AsPSObject(ticket);
        if (Detailed)
        {
            shown.TypeNames.Insert(0, DetailedView);
        }

        WriteObject(shown);
    }

    /// <summary>What was asked for; null where nothing can pass.</summary>
    private async Task<TicketQuery?> QueryAsync(CancellationToken cancellationToken)
    {
        var isAboutAccounts = AccountId is not null || MyInvocation.ExpectingInput;
        var frameworks = await TicketSelection.FrameworksAsync(
            Session.Dig, ControlFramework ?? [TicketSelection.LeastPrivilege], cancellationToken);
        if (frameworks is [] && ControlFramework is null)
        {
            WriteWarning($"No control framework is titled '{TicketSelection.LeastPrivilege}', so tickets of every framework come.");
            frameworks = null;
        }

        return frameworks is [] || (isAboutAccounts && _accounts.Ids.Count == 0) ? null : new TicketQuery
        {
            SwimlaneSrns = await TicketSelection.SwimlanesAsync(Session.Dig, Swimlane, cancellationToken),
            FrameworkSrns = frameworks ?? [],
            Severities = Array.ConvertAll(Severity ?? [], word => word.ToUpperInvariant()),
            Statuses = Array.ConvertAll(Status ?? [], word => word.ToUpperInvariant()),
            Created = new DateRange(CreatedAfter, CreatedBefore),
            Modified = new DateRange(ModifiedAfter, ModifiedBefore),
            Accounts = _accounts.Ids,
            ResourceMatches = TicketSelection.Resources(Resource),
            Skip = Skip,
            First = First,
        };
    }
}
