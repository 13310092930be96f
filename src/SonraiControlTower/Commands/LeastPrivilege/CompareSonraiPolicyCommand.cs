using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using SonraiControlTower.Binding;
using SonraiControlTower.Completion;

namespace SonraiControlTower.Commands;

/// <summary>Shows policies as they are on the left, and what identities need of them on the right.</summary>
// No default parameter set: it would be tried first, and a ticket would bind by its property Srn alone.
[Cmdlet(VerbsData.Compare, "SonraiPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(SonraiPolicyComparison))]
public sealed class CompareSonraiPolicyCommand : AwsCmdlet
{
    private const string TicketSet = "Ticket";
    private const string SrnSet = "Srn";
    private const string RecommendationSet = "Recommendation";
    private const int UsualWidth = 120;

    private readonly List<SonraiTicket> _tickets = [];
    private readonly List<string> _srns = [];
    private readonly List<SonraiPolicyComparison> _page = [];
    private RoleEntry? _entry;
    private PolicyComparer? _comparer;
    private int _compared;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TicketSet, ValueFromPipeline = true)]
    public SonraiTicket[]? Ticket { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = RecommendationSet, ValueFromPipeline = true)]
    public SonraiPolicyRecommendation[]? Recommendation { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SrnSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Srn { get; set; }

    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(PolicyNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? PolicyName { get; set; }

    [Parameter]
    [ValidateSet(ComparisonChoice.Recommended, ComparisonChoice.Monitored)]
    public string Choice { get; set; } = ComparisonChoice.Recommended;

    [Parameter]
    public SwitchParameter AsText { get; set; }

    [Parameter]
    [ValidateRange(40, 1000)]
    public int? Width { get; set; }

    [Parameter]
    public SwitchParameter Full { get; set; }

    [Parameter]
    public SwitchParameter AsHtml { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string RoleName { get; set; } = RegistrationPlan.DefaultRoleName;

    [Parameter]
    [ValidatePattern(IamNames.Path)]
    public string RolePath { get; set; } = "/";

    [Parameter]
    [ExternalIdTransformation]
    [ValidateNotNull]
    public SecureString? ExternalId { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Account)]
    public string? CollectorAccount { get; set; }

    [Parameter]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    protected override Task BeginAsync(CancellationToken cancellationToken) => AsText && (AsHtml || Path is not null)
        ? throw new SonraiException(RollOutProblems.BothGiven(nameof(AsText), nameof(AsHtml)))
        : Task.CompletedTask;

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var recommendation in Recommendation ?? [])
        {
            if (NamePattern.Matching(PolicyName) is not { } matches || matches(recommendation.PolicyName) || (recommendation.PolicyArn is { } arn && matches(arn)))
            {
                try
                {
                    Give(PolicyComparer.Compare(recommendation, Choice));
                }
                catch (SonraiException malformed)
                {
                    WriteProblem(malformed.Problem, recommendation);
                }
            }
        }

        _srns.AddRange(Srn ?? []);
        _tickets.AddRange(Ticket ?? []);
        if (_tickets.Count >= TicketChanger.BatchSize)
        {
            await CompareAsync(cancellationToken);
        }
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_srns.Count > 0)
        {
            var (tickets, missing) = await new TicketReader(Session.Dig, detailed: true).FindAsync(_srns, cancellationToken);
            _tickets.AddRange(tickets);
            foreach (var srn in missing)
            {
                WriteProblem(TicketProblems.NotFound(srn), srn);
            }
        }

        await CompareAsync(cancellationToken);
        WritePage();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _entry?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        _comparer ??= new PolicyComparer(Session.Dig, EnterAsync, Choice, PolicyName ?? []);
        var problems = new Queue<Problem>();
        await foreach (var comparison in _comparer.CompareAsync([.. _tickets], problems.Enqueue, cancellationToken))
        {
            Tell(problems);
            Progress.Report("Comparing policies", $"{++_compared} policies, last {comparison}");
            Give(comparison);
        }

        Tell(problems);
        _tickets.Clear();
    }

    private void Tell(Queue<Problem> problems)
    {
        while (problems.TryDequeue(out var problem))
        {
            WriteProblem(problem, problem.Target);
        }
    }

    private void Give(SonraiPolicyComparison comparison)
    {
        if (AsHtml || Path is not null)
        {
            _page.Add(comparison);
        }
        else if (AsText)
        {
            WriteObject(ComparisonText.Lines(comparison, Width ?? HostWidth, isColoured: false, Full), enumerateCollection: true);
        }
        else
        {
            WriteObject(comparison);
        }
    }

    private void WritePage()
    {
        if (Path is { } given)
        {
            var file = GetUnresolvedProviderPathFromPSPath(given);
            if (ShouldProcess(file, "Write the comparison"))
            {
                try
                {
                    File.WriteAllText(file, ComparisonHtml.Page(_page), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
                {
                    WriteProblem(RemediationProblems.NotWritten(file, failure.Message), file);
                }
            }
        }
        else if (AsHtml)
        {
            WriteObject(ComparisonHtml.Page(_page));
        }
    }

    /// <summary>A host without a screen has no width.</summary>
    private int HostWidth
    {
        get
        {
            try
            {
                return Host.UI?.RawUI?.BufferSize.Width is > 0 and var width ? width : UsualWidth;
            }
            catch (Exception none) when (none is NotImplementedException or HostException or IOException)
            {
                return UsualWidth;
            }
        }
    }

    /// <summary>IAM of an account, through the collector's role: only a tenant's tickets need it, which do not tell what policies say.</summary>
    private Task<IIam> EnterAsync(AccountId account, CancellationToken cancellationToken)
    {
        _entry ??= new RoleEntry(
            Session.Aws,
            SettledAccess,
            new AccountReadingPlan
            {
                RoleName = RoleName,
                RolePath = RolePath,
                ExternalId = ExternalId is null ? null : ExternalIdTransformationAttribute.Reveal(ExternalId),
                CollectorAccount = CollectorAccount is null ? null : AccountId.Parse(CollectorAccount),
                ExecutionRoleName = ExecutionRoleName,
            },
            Session.AwsClock,
            IdentityProblems.NotEntered);
        return _entry.EnterAsync(account, cancellationToken);
    }
}
