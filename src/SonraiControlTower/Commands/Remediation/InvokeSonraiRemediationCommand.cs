using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>
/// Remedies tickets: gives identities the policies that say no more than they need, or runs another bot. What is planned is rehearsed, shown and agreed to
/// first; nothing is taken away before what takes its place is there and proved.
/// </summary>
// No default parameter set: it would be tried first, and a ticket would bind by its property Srn alone.
[Cmdlet(VerbsLifecycle.Invoke, "SonraiRemediation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SonraiRemediation))]
public sealed class InvokeSonraiRemediationCommand : RemediationCmdlet, IBackgroundCommand
{
    private const string TicketSet = "Ticket";
    private const string SrnSet = "Srn";

    // An identity that is still not at rest after so many plans is somebody else's work at this moment.
    private const int Rounds = 3;

    private readonly Dictionary<string, SonraiTicket> _tickets = [];
    private readonly Dictionary<string, SonraiTicket> _planned = [];
    private readonly List<string> _srns = [];
    private int _done;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TicketSet, ValueFromPipeline = true)]
    public SonraiTicket[]? Ticket { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SrnSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Srn { get; set; }

    [Parameter]
    [ValidateSet(RemediationMethod.CreatePolicyAndAssign)]
    public string? Method { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RemediationBotCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Bot { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? PolicyName { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TrustPolicy { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? IncludeProtected { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string RoleName { get; set; } = RegistrationPlan.DefaultRoleName;

    [Parameter]
    public SwitchParameter Stage { get; set; }

    [Parameter]
    [ValidateRange(0, 3650)]
    public int GraceDays { get; set; } = 7;

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override RemediationPlan Plan => base.Plan with
    {
        Method = RemediationBots.Resolve(Bot ?? Method),
        TrustPolicy = TrustPolicy,
        PolicyNames = PolicyName ?? [],
        IncludeProtected = IncludeProtected ?? [],
        RoleName = RoleName,
    };

    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (Method is not null && Bot is not null)
        {
            throw new SonraiException(RollOutProblems.BothGiven(nameof(Method), nameof(Bot)));
        }

        // A bot that nobody knows is told before anything is read.
        _ = Plan;
        return Task.CompletedTask;
    }

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var ticket in Ticket ?? [])
        {
            _tickets.TryAdd(ticket.Srn, ticket);
        }

        _srns.AddRange(Srn ?? []);
        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await ReadTicketsAsync(cancellationToken);
        IReadOnlyCollection<SonraiTicket> pending = _tickets.Values;
        for (var round = 1; pending.Count > 0; round++)
        {
            var agreed = await AgreeAsync(pending, cancellationToken);
            var outdated = new List<SonraiTicket>();
            var ends = Stage
                ? Remediator.StageAsync(agreed, TimeSpan.FromDays(GraceDays), cancellationToken)
                : Remediator.ApplyAsync(agreed, cancellationToken);
            await foreach (var end in ends)
            {
                if (end.IsOutdated && round < Rounds)
                {
                    outdated.Add(_planned[end.Remediation.Id] with { Evidence = null });
                    continue;
                }

                Progress.Report("Remedying tickets", $"{++_done} of {_tickets.Count}, last {end.Remediation}");
                Report(end, PassThru && end.Remediation.Status != RemediationStatus.Planned);
            }

            pending = outdated;
        }
    }

    private async Task ReadTicketsAsync(CancellationToken cancellationToken)
    {
        if (_srns.Count > 0)
        {
            var (tickets, missing) = await new TicketReader(Session.Dig, detailed: true).FindAsync(_srns, cancellationToken);
            foreach (var ticket in tickets)
            {
                _tickets.TryAdd(ticket.Srn, ticket);
            }

            foreach (var srn in missing)
            {
                WriteProblem(TicketProblems.NotFound(srn), srn);
            }
        }
        else if (_tickets.Count == 0 && MyInvocation.ExpectingInput)
        {
            WriteProblem(TicketProblems.NoneGiven(MyInvocation.MyCommand.Name), null);
        }
    }

    /// <summary>Plans, shows, and asks. With -WhatIf the whole plan is shown, and none is agreed to.</summary>
    private async Task<IReadOnlyList<SonraiRemediation>> AgreeAsync(IReadOnlyCollection<SonraiTicket> tickets, CancellationToken cancellationToken)
    {
        var agreed = new List<SonraiRemediation>();
        await foreach (var (ticket, plan, problem, idle) in Remediator.PrepareAsync(tickets, cancellationToken))
        {
            if (problem is not null)
            {
                WriteProblem(problem, ticket);
            }
            else if (idle is not null)
            {
                WriteWarning(idle);
            }
            else if (_planned.ContainsKey(plan!.Id))
            {
                // Two tickets of an identity whose remediation was interrupted: it is finished once.
                continue;
            }
            else if (ShouldProcess(PlanText.Of(plan!, Stage ? GraceDays : null), $"{PlanText.Of(plan!, Stage ? GraceDays : null)}\nDo it?", $"{plan!.Method}: {ticket}"))
            {
                agreed.Add(plan);
                _planned[plan.Id] = ticket;
            }
        }

        return agreed;
    }
}
