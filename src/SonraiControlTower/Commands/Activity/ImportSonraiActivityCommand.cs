using System.Management.Automation;
using SonraiControlTower.Binding;
using SonraiControlTower.Hosting;

namespace SonraiControlTower.Commands;

/// <summary>Reads CloudTrail's records into the local engine: from files, from a bucket of S3, or from the organization's trail.</summary>
[Cmdlet(VerbsData.Import, "SonraiActivity", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(SonraiActivityImport))]
public sealed class ImportSonraiActivityCommand : PathCmdlet, IBackgroundCommand
{
    private const string BucketSet = "Bucket";
    private const string TrailSet = "OrganizationTrail";
    private const string Action = "Read CloudTrail's records";

    private readonly AccountIdPipeline _accounts = new();
    private readonly List<(string Bucket, string Prefix)> _places = [];

    [Parameter(Mandatory = true, ParameterSetName = BucketSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? BucketName { get; set; }

    [Parameter(ParameterSetName = BucketSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Key")]
    [AllowEmptyString]
    public string? Prefix { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = TrailSet)]
    public SwitchParameter OrganizationTrail { get; set; }

    [Parameter(ParameterSetName = TrailSet)]
    [ValidatePattern(IamNames.Account)]
    public string? LogArchiveAccount { get; set; }

    [Parameter(ParameterSetName = TrailSet)]
    [ValidatePattern(IamNames.Role)]
    public string ExecutionRoleName { get; set; } = "AWSControlTowerExecution";

    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public DateTime? From { get; set; }

    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet)]
    public DateTime? To { get; set; }

    [Parameter(ParameterSetName = BucketSet)]
    [Parameter(ParameterSetName = TrailSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[]? AccountId { get; set; }

    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override Problem NotFound(string path) => ActivityProblems.NotFound(path);

    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        TakePaths(Action);
        foreach (var problem in _accounts.Gather(AccountId))
        {
            WriteProblem(problem, problem.Target);
        }

        if (BucketName is not null && ShouldProcess($"s3://{BucketName}/{Prefix}", Action))
        {
            _places.Add((BucketName, Prefix ?? ""));
        }

        return Task.CompletedTask;
    }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var activity = Session.Analysis.Activity;
        if (Paths.Count > 0)
        {
            await ImportAsync(tell => LogFiles.AtAsync(activity, Paths, problem => tell(new ActivityNews(0, 0, problem)), cancellationToken), cancellationToken);
        }
        else if (OrganizationTrail)
        {
            await ImportTrailAsync(cancellationToken);
        }
        else if (_places.Count > 0)
        {
            var s3 = await Session.Aws.OpenS3Async(SettledAccess, cancellationToken);
            await ImportAsync(
                _ => _places.ToAsyncEnumerable().SelectMany(place =>
                    new TrailFiles(s3, place.Bucket).ListAsync(Query with { Prefix = place.Prefix }, cancellationToken)),
                cancellationToken);
        }
    }

    private TrailFilesQuery Query => new() { From = Day(From), To = Day(To), Accounts = _accounts.Ids };

    /// <summary>Days are those of UTC, as in the names of the files; a date without a time zone is taken as it was written.</summary>
    private static DateOnly? Day(DateTime? time) =>
        time is { } given ? DateOnly.FromDateTime(given.Kind == DateTimeKind.Local ? given.ToUniversalTime() : given) : null;

    private async Task ImportTrailAsync(CancellationToken cancellationToken)
    {
        // Accounts of which none can be used are not the same as none.
        if (_accounts.Ids.Count == 0 && (AccountId is not null || MyInvocation.ExpectingInput))
        {
            return;
        }

        var plan = new IngestionPlan
        {
            LogArchiveAccount = LogArchiveAccount is null ? null : SonraiControlTower.AccountId.Parse(LogArchiveAccount),
            ExecutionRoleName = ExecutionRoleName,
        };
        var trail = await OrganizationTrailFiles.OpenAsync(Session.Aws, SettledAccess, plan, cancellationToken);
        if (ShouldProcess($"s3://{trail.Bucket}/{trail.Prefix}", Action))
        {
            await ImportAsync(_ => trail.Files.ListAsync(Query with { Prefix = trail.Prefix, IsInTrailLayout = true }, cancellationToken), cancellationToken);
        }
    }

    private async Task ImportAsync(Func<Action<ActivityNews>, IAsyncEnumerable<LogFile>> files, CancellationToken cancellationToken)
    {
        var activity = Session.Analysis.Activity;
        WriteObject(await ListenAsync<ActivityNews, SonraiActivityImport>(
            tell => activity.ImportAsync(files(tell), tell, cancellationToken), Show, cancellationToken));

        // Who misses what a remediation has taken away shows first in new activity.
        await foreach (var regression in new RemediationWatch(Session.Journal, Session.Analysis, Session.Dig).LookAsync(cancellationToken))
        {
            Regressions.Tell(this, regression);
        }
    }

    private void Show(ActivityNews news)
    {
        if (news.Problem is { } problem)
        {
            WriteProblem(problem, problem.Target);
        }
        else
        {
            Progress.Report("Reading CloudTrail's records", $"{news.Files} files, {news.Events} events");
        }
    }
}
