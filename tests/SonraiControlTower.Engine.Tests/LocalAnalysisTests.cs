using SonraiControlTower.TestKit;

namespace SonraiControlTower.Engine.Tests;

/// <summary>The whole way from files to tickets, on a made-up estate whose truth is known.</summary>
public sealed class LocalAnalysisTests : IDisposable
{
    private static readonly CancellationToken _never = CancellationToken.None;
    private readonly string _folder = Directory.CreateTempSubdirectory("SonraiControlTower-").FullName;
    private readonly EstateTruth _truth;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));

    public LocalAnalysisTests() => _truth = EstateWriter.Write(_folder, new EstateOptions(2, 40, 6_000) { EventsPerFile = 100 });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_used_is_exactly_what_the_records_say_and_what_was_only_refused_is_no_use()
    {
        using var analysis = await OpenAsync();

        var activity = await analysis.Activity.ListAsync(new ActivityQuery { IncludeServiceLinked = true }, _never).ToListAsync();

        var seen = activity.ToDictionary(one => (one.PrincipalArn, one.Action), one => new TrueUse(one.Count, one.DeniedCount, one.LastUsedAt));
        seen.OrderBy(one => one.Key).ShouldBe(_truth.Pairs.OrderBy(one => one.Key));
        _truth.Pairs.Values.ShouldContain(use => use.Allowed == 0 && use.Denied > 0, "the estate must have what it is to be tried with");
    }

    [Fact]
    public async Task Roles_of_services_are_left_out_unless_asked_for()
    {
        using var analysis = await OpenAsync();

        var activity = await analysis.Activity.ListAsync(new ActivityQuery(), _never).ToListAsync();

        activity.ShouldNotBeEmpty();
        activity.ShouldAllBe(one => one.PrincipalKind != PrincipalKind.ServiceLinkedRole);
    }

    [Fact]
    public async Task Another_session_knows_what_was_imported_and_counts_no_file_twice()
    {
        (await OpenAsync()).Dispose();

        using var later = LocalAnalysis.Open(Store, _clock);
        var again = await later.Activity.ImportAsync(later.Activity.FilesAsync(CloudTrail, _never), _ => { }, _never);
        var activity = await later.Activity.ListAsync(new ActivityQuery { IncludeServiceLinked = true }, _never).ToListAsync();

        (again.Files, again.FilesSkipped).ShouldBe((0, _truth.Files));
        activity.Sum(one => one.Count).ShouldBe(_truth.Pairs.Values.Sum(use => use.Allowed));
        (await later.Identities.ListAsync(_never).CountAsync()).ShouldBe(_truth.Principals);
    }

    [Fact]
    public async Task Tickets_come_of_it_and_an_accepted_risk_stays_accepted_in_another_session()
    {
        string srn;
        using (var analysis = await OpenAsync())
        {
            using var dig = Dig(analysis);
            var tickets = await dig.Tickets.ListAsync(new TicketQuery(), _never).ToListAsync();
            tickets.Select(ticket => ticket.Title).Distinct().Count().ShouldBeGreaterThan(3);
            srn = tickets[0].Srn;
            var detailed = (await dig.Tickets.WithDetailAsync([tickets[0]], _never)).Single();
            detailed.Evidence!.ShouldNotBeEmpty();
            detailed.Evidence![0].OriginalPolicy.ShouldNotBeNull();
            (await dig.Tickets.WriteAsync(new TicketWrite { Srns = [srn], Status = TicketStatus.RiskAccepted, Comment = "meant" }, _never)).IsConfirmed.ShouldBeTrue();
        }

        _clock.Advance(TimeSpan.FromDays(1));
        using var later = LocalAnalysis.Open(Store, _clock);
        using var again = Dig(later);
        var ticket = (await again.Tickets.WithDetailAsync(await again.Tickets.FindAsync([srn], _never), _never)).Single();

        (ticket.Status, ticket.Comments!.Single().Body).ShouldBe((TicketStatus.RiskAccepted, "meant"));
        (ticket.FirstSeenAt, ticket.LastSeenAt).ShouldBe((_clock.GetUtcNow().AddDays(-1), _clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_service_linked_role_has_neither_ticket_nor_recommendation()
    {
        using var analysis = await OpenAsync();
        using var dig = Dig(analysis);

        var tickets = await dig.Tickets.ListAsync(new TicketQuery(), _never).ToListAsync();
        var recommendations = await analysis.Recommendations.ListAsync(new RecommendationQuery(), _never).ToListAsync();

        tickets.ShouldAllBe(ticket => !ticket.ResourceName!.StartsWith("AWSServiceRoleFor", StringComparison.Ordinal));
        recommendations.ShouldAllBe(one => !one.IdentityArn.Contains("/aws-service-role/", StringComparison.Ordinal));
        recommendations.ShouldContain(one => one.Advice == RecommendationAdvice.Replace);
    }

    private string Store => Path.Combine(_folder, ".sonrai");

    private string CloudTrail => Path.Combine(_folder, "cloudtrail");

    private LocalDig Dig(LocalAnalysis analysis) => new("local", [], _clock, analysis: analysis);

    private async Task<LocalAnalysis> OpenAsync()
    {
        var analysis = LocalAnalysis.Open(Store, _clock);
        await analysis.Identities.ImportAsync(Path.Combine(_folder, "authz"), problem => throw new SonraiException(problem), _never).ToListAsync();
        await analysis.Identities.ImportAsync(Path.Combine(_folder, "org.json"), problem => throw new SonraiException(problem), _never).ToListAsync();
        var import = await analysis.Activity.ImportAsync(analysis.Activity.FilesAsync(CloudTrail, _never), _ => { }, _never);
        (import.Files, import.UnknownCalls.Count).ShouldBe((_truth.Files, 0));
        return analysis;
    }
}
