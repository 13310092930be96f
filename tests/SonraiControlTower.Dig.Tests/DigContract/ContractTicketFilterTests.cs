using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractTicketFilterTests
{
    [Theory]
    [InlineData("", "a b c")]
    [InlineData("status: { value: \"NEW\" }", "a b")]
    [InlineData("status: { op: IN_LIST, values: [\"CLOSED\", \"SNOOZED\"] }", "c")]
    [InlineData("status: { value: \"NEW\" }, severityCategory: { value: \"HIGH\" }", "a")]
    [InlineData("status: null", "a b c")]
    [InlineData("resourceSRN: { value: \"srn:aws:iam::000000000001/Role/Role/alpha\" }", "a")]
    [InlineData("resourceSRN: { op: LIKE, value: \"%/Role/_lpha\" }", "a")]
    [InlineData("resourceSRN: { op: LIKE, value: \"%/ROLE/%\" }", "")]
    [InlineData("resourceSRN: { op: ILIKE, value: \"%/ROLE/_ET_\" }", "b")]
    [InlineData("resourceSRN: { op: LIKE, value: \"alpha\" }", "")]
    [InlineData("resourceSRN: { op: REGEX, value: \"(alpha|beta)$\" }", "a b")]
    [InlineData("title: 1", null)]
    public async Task Text_is_compared_as_text(string where, string? expected) => await ExpectAsync(where, expected);

    [Theory]
    [InlineData("swimlaneSrns: { value: \"lane-1\" }", "a b")]
    [InlineData("swimlaneSrns: { op: NEQ, value: \"lane-1\" }", "c")]
    [InlineData("swimlaneSrns: { op: IN_LIST, values: [\"lane-2\", \"lane-3\"] }", "b")]
    [InlineData("swimlaneSrns: { op: ARRAY_CONTAINS, value: \"lane-2\" }", "b")]
    [InlineData("swimlaneSrns: { op: ARRAY_CONTAINS, values: [\"lane-2\", \"lane-1\"] }", "a b")]
    [InlineData("swimlaneSrns: { op: ARRAY_CONTAINS_LIKE, value: \"%-2\" }", "b")]
    [InlineData("swimlaneSrns: { op: NOT_CONTAINS, value: \"2\" }", "a c")]
    [InlineData("controlFrameworkSrn: { value: \"framework\" }", "c")]
    [InlineData("environment: { value: \"Production\" }", "b")]
    [InlineData("status: { op: ARRAY_CONTAINS, value: \"NEW\" }", null)]
    public async Task A_list_passes_by_any_of_its_elements(string where, string? expected) => await ExpectAsync(where, expected);

    [Theory]
    [InlineData("severityNumeric: { value: 90 }", "b")]
    [InlineData("severityNumeric: { op: GT, value: 9 }", "b c")]
    [InlineData("severityNumeric: { op: GTE, value: 9 }", "a b c")]
    [InlineData("severityNumeric: { op: LT, value: 90 }", "a c")]
    [InlineData("severityNumeric: { op: LTE, value: 9 }", "a")]
    [InlineData("severityNumeric: { op: BETWEEN, values: [9, 10] }", "a c")]
    [InlineData("severityNumeric: { op: IN_LIST, values: [10, 90] }", "b c")]
    [InlineData("severityNumeric: { op: BETWEEN, values: [9] }", null)]
    [InlineData("severityNumeric: { op: LIKE, value: 9 }", null)]
    [InlineData("severityNumeric: { value: \"9\" }", null)]
    public async Task A_number_is_compared_as_a_number(string where, string? expected) => await ExpectAsync(where, expected);

    [Theory]
    [InlineData("createdDate: { op: BETWEEN, values: [\"2026-01-01\", \"2026-01-02\"] }", "a b")]
    [InlineData("createdDate: { op: BETWEEN, values: [\"2026-01-01T00:00:01Z\", \"2026-01-02T00:00:00.000Z\"] }", "b")]
    [InlineData("createdDate: { op: BETWEEN, values: [1767225600, \"1767225600\"] }", "a")]
    [InlineData("createdDate: { op: BETWEEN, values: [\"2026-01-01T23:00:00-01:00\", \"2026-01-09\"] }", "b c")]
    [InlineData("createdDate: { value: \"2026-01-02T00:00\" }", "b")]
    [InlineData("createdDate: { op: GT, value: \"2026-01-02\" }", "c")]
    [InlineData("transitionDate: { op: GT, value: \"1970-01-01\" }", "")]
    [InlineData("createdDate: { value: \"yesterday\" }", null)]
    public async Task A_date_is_compared_as_an_instant_however_it_is_written(string where, string? expected) => await ExpectAsync(where, expected);

    [Theory]
    [InlineData("or: [{ severityNumeric: { value: 9 } }, { severityNumeric: { value: 10 } }]", "a c")]
    [InlineData("and: [{ severityNumeric: { op: GTE, value: 10 } }, { severityNumeric: { op: LT, value: 90 } }]", "c")]
    [InlineData("not: { status: { value: \"NEW\" } }", "c")]
    [InlineData("status: { value: \"NEW\" }, not: { and: [{ swimlaneSrns: { value: \"lane-1\" } }, { severityNumeric: { value: 9 } }] }", "b")]
    [InlineData("or: [{ not: { status: { value: \"NEW\" } } }, { and: [{ status: { value: \"NEW\" } }, { severityNumeric: { value: 9 } }] }]", "a c")]
    [InlineData("or: []", "")]
    [InlineData("and: []", "a b c")]
    public async Task Filters_combine(string where, string expected) => await ExpectAsync(where, expected);

    /// <summary>Expects these titles; or, with null, that the filter is refused.</summary>
    private static async Task ExpectAsync(string where, string? expected)
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var seed = new ContractTicketSeed { Account = "000000000001" };
        server.AddTicket(seed with
        {
            Title = "a",
            ResourceName = "alpha",
            SeverityNumeric = 9,
            SwimlaneSrns = ["lane-1"],
            CreatedDate = day,
        });
        server.AddTicket(seed with
        {
            Title = "b",
            ResourceName = "beta",
            SeverityNumeric = 90,
            SeverityCategory = "LOW",
            SwimlaneSrns = ["lane-1", "lane-2"],
            Environment = "Production",
            CreatedDate = day.AddDays(1),
        });
        server.AddTicket(seed with
        {
            Title = "c",
            ResourceName = "gamma",
            SeverityNumeric = 10,
            Status = "CLOSED",
            FrameworkSrn = "framework",
            CreatedDate = day.AddDays(2),
        });

        var (_, body) = await client.PostAsync($"query {{ Tickets(where: {{ {where} }}) {{ items {{ title }} }} }}", null);

        if (expected is null)
        {
            body.TryGetProperty("errors", out _).ShouldBeTrue();
            return;
        }

        var titles = body.GetProperty("data").GetProperty("Tickets").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString());
        string.Join(' ', titles).ShouldBe(expected);
    }
}
