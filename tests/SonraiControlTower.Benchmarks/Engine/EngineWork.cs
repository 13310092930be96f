using System.Diagnostics;
using System.IO.Compression;
using SonraiControlTower.Engine;

namespace SonraiControlTower.Benchmarks;

/// <summary>The pieces of work that are measured in processes of their own.</summary>
internal static class EngineWork
{
    public const string Inflate = "inflate";
    public const string Import = "import";
    public const string Permissions = "permissions";
    public const string Recommendations = "recommendations";
    public const string Decisions = "decisions";

    private static readonly CancellationToken _never = CancellationToken.None;

    public static Task RunAsync(string[] work) => work switch
    {
        [Inflate, var estate] => MeasuredProcess.TellAsync(() => InflateAsync(EstateFolder.Files(estate))),
        [Import, var estate] => ImportAsync(estate),
        [Permissions, var estate, var accounts] => PermissionsAsync(estate, int.Parse(accounts, null)),
        [Recommendations, var estate, var accounts] => RecommendationsAsync(estate, int.Parse(accounts, null)),
        [Decisions, var estate] => DecisionsAsync(estate),
        _ => throw new ArgumentException($"There is no work '{string.Join(' ', work)}'.", nameof(work)),
    };

    /// <summary>Nothing but decompressing, on two threads: what no reader in .NET can do without.</summary>
    private static async Task<string> InflateAsync(string[] files)
    {
        var (next, bytes) = (-1, 0L);
        void Work()
        {
            var buffer = new byte[128 * 1024];
            for (var one = Interlocked.Increment(ref next); one < files.Length; one = Interlocked.Increment(ref next))
            {
                using var zip = new GZipStream(File.OpenRead(files[one]), CompressionMode.Decompress);
                for (var read = zip.Read(buffer); read > 0; read = zip.Read(buffer))
                {
                    Interlocked.Add(ref bytes, read);
                }
            }
        }

        await Task.WhenAll(Task.Run(Work), Task.Run(Work));
        return FormattableString.Invariant($"{files.Length} files, {bytes / PeakHeap.Mebibyte:0} MB");
    }

    private static async Task ImportAsync(string estate)
    {
        var folder = Directory.CreateTempSubdirectory("SonraiControlTower.Benchmarks-").FullName;
        try
        {
            await MeasuredProcess.TellAsync(async () =>
            {
                using var analysis = LocalAnalysis.Open(folder, TimeProvider.System);
                var files = analysis.Activity.FilesAsync(Path.Combine(estate, "cloudtrail"), _never);
                var import = await analysis.Activity.ImportAsync(files, _ => { }, _never);
                return FormattableString.Invariant($"{import.Files} files, {import.Events} records, {import.Principals} principals, {import.EventsDenied} refused");
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PermissionsAsync(string estate, int accounts)
    {
        using var part = PartOf(estate, accounts);
        await MeasuredProcess.TellAsync(async () =>
        {
            var (known, catalog) = (await ReadAsync(part.Folder), ActionCatalog.Embedded);
            var (principals, actions) = (0, 0L);
            Parallel.ForEach(
                known.Accounts.SelectMany(account => account.Principals.Select(principal => (principal, account.Guardrails))),
                new ParallelOptions { MaxDegreeOfParallelism = 2 },
                one =>
                {
                    Interlocked.Add(ref actions, EffectiveActions.Of(one.principal, one.Guardrails, catalog).Allowed.Count);
                    Interlocked.Increment(ref principals);
                });
            return FormattableString.Invariant($"{principals} principals may do {actions} actions without conditions");
        });
    }

    private static async Task RecommendationsAsync(string estate, int accounts)
    {
        using var part = PartOf(estate, accounts);
        using var analysis = LocalAnalysis.Open(null, TimeProvider.System);
        await foreach (var _ in analysis.Identities.ImportAsync(part.Folder, problem => throw new SonraiException(problem), _never))
        {
        }

        await analysis.Activity.ImportAsync(analysis.Activity.FilesAsync(Path.Combine(estate, "cloudtrail"), _never), _ => { }, _never);
        await MeasuredProcess.TellAsync(async () =>
        {
            var (policies, documents, kept) = (0, 0, 0L);
            await foreach (var one in analysis.Recommendations.ListAsync(new RecommendationQuery { Period = TimeSpan.FromDays(20) }, _never))
            {
                policies++;
                documents += one.RecommendedPolicies.Count + one.MonitoredPolicies.Count;
                kept += one.Actions.Count(action => action.IsKept);
            }

            return FormattableString.Invariant($"{policies} policies, {documents} documents, {kept} actions kept");
        });
    }

    private static async Task DecisionsAsync(string estate)
    {
        using var part = PartOf(estate, 1);
        var known = await ReadAsync(part.Folder);
        string[] actions = ["s3:GetObject", "dynamodb:PutItem", "iam:PassRole", "ec2:DescribeInstances", "sqs:SendMessage", "kms:Decrypt", "iam:CreateUser", "logs:PutLogEvents"];
        var requests = known.Accounts[0].Principals
            .Select(principal => (Caller: Caller.Of(principal, known.Organization), Policies: PolicySet.Of(principal, known.Accounts[0].Guardrails)))
            .SelectMany(one => actions.Select(action => (
                one.Policies,
                Request: new AccessRequest { Caller = one.Caller, Action = action, Resource = "arn:aws:s3:::data-1/in/a.json", Context = RequestContext.Empty })))
            .ToArray();
        await MeasuredProcess.TellAsync(async () =>
        {
            var (allowed, decided, started) = (0L, 0L, Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3))
            {
                foreach (var (policies, request) in requests)
                {
                    allowed += Evaluator.Decide(request, policies).IsAllowed ? 1 : 0;
                }

                decided += requests.Length;
            }

            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return FormattableString.Invariant($"{decided / seconds:0} decisions in a second, {100.0 * allowed / decided:0} % of them allowed");
        });
    }

    private static async Task<Estate> ReadAsync(string folder)
    {
        var identities = new LocalIdentities();
        await foreach (var _ in identities.ImportAsync(folder, problem => throw new SonraiException(problem), _never))
        {
        }

        return identities.Current;
    }

    private static EstatePart PartOf(string estate, int accounts) => new(estate, accounts);

    /// <summary>So many accounts of an estate: some of its files, or copies of them under other account ids where it has fewer.</summary>
    private sealed class EstatePart : IDisposable
    {
        public EstatePart(string estate, int accounts)
        {
            var files = Directory.GetFiles(Path.Combine(estate, "authz"), "*.json").Order(StringComparer.Ordinal).ToArray();
            for (var one = 0; one < accounts; one++)
            {
                var file = files[one % files.Length];
                var id = Path.GetFileNameWithoutExtension(file);
                var other = one < files.Length ? id : FormattableString.Invariant($"{long.Parse(id, null) % 100_000_000 + (one * 1_000_000_000L) + 500_000_000_000L}");
                File.WriteAllText(Path.Combine(Folder, $"{other}.json"), File.ReadAllText(file).Replace(id, other, StringComparison.Ordinal));
            }

            File.Copy(Path.Combine(estate, "org.json"), Path.Combine(Folder, "org.json"));
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("SonraiControlTower.Benchmarks-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
