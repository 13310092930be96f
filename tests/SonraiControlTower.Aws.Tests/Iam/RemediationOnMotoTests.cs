using System.Reflection;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Iam;

/// <summary>One role's way from its ticket to least privilege and back, over the wire. What was recorded, and the tickets, are made up here.</summary>
public sealed class RemediationOnMotoTests(MotoServer moto) : OnMoto(moto)
{
    private const string Trust = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""";
    private const string Wide = """{"Version": "2012-10-17", "Statement": [{"Sid": "All", "Effect": "Allow", "Action": ["s3:*", "iam:*"], "Resource": "*"}]}""";
    private const string Narrow = """{"Version":"2012-10-17","Statement":[{"Sid":"UsedOfAll","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"}]}""";
    private const string Logs = """{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}""";
    private const string FewLogs = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:PutLogEvents","Resource":"*"}]}""";

    private static readonly IamIdentity _role = IamIdentity.Role("web");
    private static readonly string _roleArn = $"arn:aws:iam::{Account}:role/app/web";
    private static readonly string _wideArn = $"arn:aws:iam::{Account}:policy/team/wide";

    [MotoFact]
    public async Task It_is_applied_and_undone_byte_for_byte()
    {
        var iam = await FurnishAsync();
        var before = await PictureAsync(iam);
        var journal = new Journal();
        using var remediator = Remediator(journal);

        var plan = (await remediator.PrepareAsync([Ticket], default).SingleAsync()).Plan.ShouldNotBeNull();
        var applied = await remediator.ApplyAsync([plan], default).SingleAsync();

        applied.Problem.ShouldBeNull();
        var attached = (await iam.IdentityPolicies.ListAttachedAsync(_role, default).ToListAsync()).Single();
        attached.Arn.ShouldStartWith($"arn:aws:iam::{Account}:policy/team/Sonrai-wide-");
        var made = (await iam.Policies.GetAsync(attached.Arn, default))!;
        made.Tags[RemediationTags.Id].ShouldBe(plan.Id);
        made.Tags[RemediationTags.Replaces].ShouldBe(_wideArn);
        (await iam.Policies.GetVersionAsync(attached.Arn, made.DefaultVersionId, default))!.Document!.Json.ShouldBe(Narrow);
        (await iam.IdentityPolicies.GetInlineAsync(_role, "logs", default))!.Document.Json.ShouldBe(FewLogs);

        using var elsewhere = Remediator(new Journal());
        var found = (await elsewhere.ReadLedgerAsync(AccountId.Parse(Account), problem => throw new SonraiException(problem), default)).Single();
        found.Id.ShouldBe(plan.Id);
        (await elsewhere.UndoAsync([found], default).SingleAsync()).Problem.ShouldBeNull();

        (await PictureAsync(iam)).ShouldBe(before);
    }

    [MotoFact]
    public async Task A_managed_policy_that_nobody_else_has_gets_a_new_version_and_its_old_one_back()
    {
        var iam = await FurnishAsync();
        var before = await PictureAsync(iam);
        using var remediator = Remediator(new Journal(), new RemediationPlan { Method = RemediationBots.Resolve("Update Managed Policy"), PolicyNames = ["wide"] });

        var plan = (await remediator.PrepareAsync([Ticket], default).SingleAsync()).Plan.ShouldNotBeNull();
        var applied = await remediator.ApplyAsync([plan], default).SingleAsync();

        applied.Problem.ShouldBeNull();
        (await iam.Policies.GetAsync(_wideArn, default))!.DefaultVersionId.ShouldBe("v2");
        (await remediator.UndoAsync([applied.Remediation], default).SingleAsync()).Problem.ShouldBeNull();
        (await PictureAsync(iam)).ShouldBe(before);
    }

    [MotoFact]
    public async Task What_somebody_edits_meanwhile_is_not_overwritten()
    {
        var iam = await FurnishAsync();
        using var remediator = Remediator(new Journal());
        var plan = (await remediator.PrepareAsync([Ticket], default).SingleAsync()).Plan.ShouldNotBeNull();
        await iam.IdentityPolicies.PutInlineAsync(_role, new InlinePolicy("logs", new PolicyDocument(Wide)), default);
        var edited = await PictureAsync(iam);

        (await remediator.ApplyAsync([plan], default).SingleAsync()).IsOutdated.ShouldBeTrue();

        (await PictureAsync(iam)).ShouldBe(edited);
    }

    private static SonraiTicket Ticket => new()
    {
        Title = "Unused permissions",
        Srn = "srn:test::Ticket/1",
        Status = TicketStatus.New,
        Evidence =
        [
            new PolicyEvidence { PolicyName = "wide", PolicyArn = _wideArn, IdentityArn = _roleArn, OriginalPolicy = Wide, RecommendedPolicy = Narrow },
            new PolicyEvidence { PolicyName = "logs", IdentityArn = _roleArn, OriginalPolicy = Logs, RecommendedPolicy = FewLogs },
        ],
    };

    private Remediator Remediator(IRemediationJournal journal, RemediationPlan? plan = null) => new(
        new RemediationServices
        {
            Aws = Aws,
            Access = Access,
            Dig = Made<IDig>(method => method.Name == "get_Tickets" ? Made<ITickets>(Tickets) : null),
            Analysis = Made<IAnalysis>(method => method.Name switch
            {
                "get_Rehearsals" => Made<IRehearsals>(Rehearse),
                "get_Identities" => Made<IIdentities>(_ => Task.FromResult(new SonraiIdentityImport { Source = "test" })),
                _ => null,
            }),
            Journal = journal,
            Clock = TimeProvider.System,
            AwsClock = TimeProvider.System,
            Owner = "test",
        },
        plan ?? new RemediationPlan());

    private async Task<IIam> FurnishAsync()
    {
        var iam = await Aws.OpenIamAsync(Access, default);
        await iam.Roles.CreateAsync(new NewRole { Name = "sonrai-bot-role", TrustPolicy = Documents.Trust }, default);
        await iam.Roles.CreateAsync(new NewRole { Name = "web", Path = "/app/", TrustPolicy = new PolicyDocument(Trust) }, default);
        await iam.Policies.CreateAsync(new NewPolicy { Name = "wide", Path = "/team/", Document = new PolicyDocument(Wide) }, default);
        await iam.IdentityPolicies.AttachAsync(_role, _wideArn, default);
        await iam.IdentityPolicies.PutInlineAsync(_role, new InlinePolicy("logs", new PolicyDocument(Logs)), default);
        return iam;
    }

    /// <summary>All that the role and the account's policies say; moto's listing of everything lacks the names of policies.</summary>
    private static async Task<string> PictureAsync(IIam iam)
    {
        var lines = new List<string> { (await iam.Roles.GetAsync(_role.Name, default))!.TrustPolicy.Json };
        await foreach (var policy in iam.IdentityPolicies.ListAttachedAsync(_role, default))
        {
            lines.Add(policy.Arn);
        }

        await foreach (var name in iam.IdentityPolicies.ListInlineAsync(_role, default))
        {
            lines.Add($"{await iam.IdentityPolicies.GetInlineAsync(_role, name, default)}");
        }

        foreach (var policy in await iam.Policies.ListAsync("/", default).ToListAsync())
        {
            lines.Add($"{policy.Arn} {await iam.Policies.GetVersionAsync(policy.Arn, policy.DefaultVersionId, default)}");
            lines.AddRange(await iam.Policies.ListVersionsAsync(policy.Arn, default).Select(version => $"{policy.Arn} {version.VersionId}").ToListAsync());
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static object? Rehearse(MethodInfo method) => method.Name == nameof(IRehearsals.TryAsync)
        ? Task.FromResult(new Rehearsal { Tried = 2, LogsFrom = DateTimeOffset.UtcNow.AddDays(-90), LogsTo = DateTimeOffset.UtcNow })
        : (string[])[Narrow];

    private static object? Tickets(MethodInfo method) => method.Name switch
    {
        nameof(ITickets.FindAsync) => Task.FromResult<IReadOnlyList<SonraiTicket>>([Ticket]),
        nameof(ITickets.WriteAsync) => Task.FromResult(new TicketAnswer { IsConfirmed = true }),
        _ => Task.FromResult<IReadOnlyList<SonraiTicket>>([Ticket]),
    };

    private static T Made<T>(Func<MethodInfo, object?> answer)
        where T : class
    {
        var made = DispatchProxy.Create<T, Answering>();
        ((Answering)(object)made).Answer = answer;
        return made;
    }

    // What is made of it derives from it.
#pragma warning disable CA1852
    public class Answering : DispatchProxy
#pragma warning restore CA1852
    {
        public Func<MethodInfo, object?>? Answer { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer!(targetMethod!);
    }

    private sealed class Journal : IRemediationJournal
    {
        private readonly Dictionary<string, SonraiRemediation> _all = [];

        public IReadOnlyList<SonraiRemediation> ReadAll() => [.. _all.Values];

        public SonraiRemediation? Find(string id) => _all.GetValueOrDefault(id);

        public bool TryWrite(SonraiRemediation remediation)
        {
            _all[remediation.Id] = remediation with { Revision = remediation.Revision + 1 };
            return true;
        }
    }
}
