using System.Text;
using SonraiControlTower.Engine;
using SonraiControlTower.Sandbox.Tests.CloudFormation;

namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>The sandbox with its engine, as a session has them, and the bot's role in some accounts.</summary>
internal sealed class House : IDisposable
{
    public const string AllSafe = "AllSafeProdRole";

    private readonly LocalAnalysis _analysis;
    private readonly LocalDig _dig;

    private House(Cloud cloud)
    {
        Cloud = cloud;
        var zone = cloud.Zone;
        _analysis = LocalAnalysis.Open(null, cloud.Clock, async (analysis, stop) =>
        {
            await analysis.Identities.ImportAsync(zone.OrganizationPolicies, "test", Refuse, stop);
            foreach (var account in zone.ReadableAccounts)
            {
                await analysis.Identities.ImportAsync(account, "test", zone.AuthorizationDetails(account), Refuse, stop);
            }

            await analysis.Activity.ImportAsync(zone.TrailFiles(), _ => { }, stop);
        });
        _dig = new LocalDig(LandingZone.Tenant, [zone.Collector], cloud.Clock, zone.Swimlanes, users: zone.Users, analysis: _analysis);
    }

    public Cloud Cloud { get; }

    public Intruder Intruder { get; } = new();

    public IRemediationJournal Journal { get; set; } = LocalJournal.Open(null);

    public IAnalysis Analysis => _analysis;

    public IDig Dig => _dig;

    public string Owner { get; set; } = "this";

    /// <summary>The ARN that AWS knows this session's own credentials by; null for what it is.</summary>
    public string? Who { get; set; }

    public RemediationPlan Plan { get; set; } = new() { ExternalId = ExternalId.Parse(Collectors.ExternalId) };

    /// <summary>A house whose accounts have the bot's role.</summary>
    public static async Task<House> OpenAsync(params AccountId[] accounts)
    {
        var cloud = new Cloud();
        await cloud.MakeSetAsync(Cloud.SelfManaged() with { TemplateBody = RoleTemplate.Bot.Body });
        (await cloud.DeployAsync(accounts)).Status.ShouldBe("SUCCEEDED");
        cloud.Clock.Advance(TimeSpan.FromMinutes(1));
        return new House(cloud);
    }

    public Remediator Remediator() => new(
        new RemediationServices
        {
            Aws = Interception.Of(Cloud.Aws, Intruder, Who),
            Access = new AwsAccess { ProfileName = "collector" },
            Dig = _dig,
            Analysis = _analysis,
            Journal = Journal,
            Clock = Cloud.Clock,
            AwsClock = new PromptClock(),
            Owner = Owner,
        },
        Plan);

    public async Task<SonraiTicket> TicketAsync(string resource, string? title = null) =>
        (await TicketsAsync(resource)).First(ticket => title is null || ticket.Title.Contains(title, StringComparison.Ordinal));

    public async Task<IReadOnlyList<SonraiTicket>> TicketsAsync(string resource)
    {
        var tickets = await _dig.Tickets.ListAsync(new TicketQuery { ResourceMatches = ticket => ticket.ResourceName == resource }, default).ToListAsync();
        return await _dig.Tickets.WithDetailAsync(tickets, default);
    }

    public async Task<RemediationPreparation> PrepareAsync(SonraiTicket ticket)
    {
        using var remediator = Remediator();
        return (await remediator.PrepareAsync([ticket], default).ToListAsync()).Single();
    }

    public async Task<RemediationEnd> ApplyAsync(SonraiRemediation plan)
    {
        using var remediator = Remediator();
        return (await remediator.ApplyAsync([plan], default).ToListAsync()).Single();
    }

    /// <summary>Plans and does it.</summary>
    public async Task<RemediationEnd> RemedyAsync(SonraiTicket ticket)
    {
        var (_, plan, problem, idle) = await PrepareAsync(ticket);
        problem.ShouldBeNull();
        idle.ShouldBeNull();
        return await ApplyAsync(plan!);
    }

    public async Task<RemediationEnd> UndoAsync(SonraiRemediation remediation)
    {
        using var remediator = Remediator();
        return (await remediator.UndoAsync([remediation], default).ToListAsync()).Single();
    }

    public async Task<RemediationEnd> ResumeAsync(SonraiRemediation remediation)
    {
        using var remediator = Remediator();
        return (await remediator.ResumeAsync([remediation], default).ToListAsync()).Single();
    }

    /// <summary>Takes a log in, as CloudTrail delivers it.</summary>
    public async Task TellAsync(string log)
    {
        var bytes = Encoding.UTF8.GetBytes(log);
        var file = new LogFile($"{Guid.NewGuid()}.json", bytes.Length) { OpenAsync = _ => Task.FromResult<Stream>(new MemoryStream(bytes)) };
        await Analysis.Activity.ImportAsync(new[] { file }.ToAsyncEnumerable(), news => news.Problem.ShouldBeNull(), default);
    }

    /// <summary>Everything that IAM of an account holds, as text: identities with what they have, policies with what their versions say.</summary>
    /// <param name="account">The account.</param>
    /// <param name="withLedger">Whether the records of remediations are told, too.</param>
    public string Picture(AccountId account, bool withLedger = true)
    {
        var iam = Cloud.Zone.Iam.Of(account);
        return string.Join('\n',
        [
            .. iam.Identities.Select(one => string.Join(' ',
            [
                one.Arn, one.BoundaryArn ?? "-", (one as RoleState)?.Trust.Json ?? "-",
                .. one.Groups,
                .. one.Attached.Select(policy => policy.Arn).Order(StringComparer.Ordinal),
                .. one.Inline.Select(policy => $"{policy.Key}={policy.Value.Json}"),
                .. one.Tags.Select(tag => $"{tag.Key}={tag.Value}"),
            ])).Order(StringComparer.Ordinal),
            .. iam.Policies.Where(policy => withLedger || !policy.Arn.Contains(":policy/sonrai/", StringComparison.Ordinal)).Select(policy =>
                $"{policy.Arn} now {policy.Default.Document!.Json} of {string.Join(' ', policy.Versions.Select(version => version.Document!.Json).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
        ]);
    }

    public void Dispose()
    {
        _dig.Dispose();
        _analysis.Dispose();
    }

    private static void Refuse(Problem problem) => throw new SonraiException(problem);
}
