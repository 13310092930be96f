using System.Globalization;
using System.Text.Json;
using SonraiControlTower.StandIn;
using SonraiControlTower.TestKit;

// usage: StandIn [--accounts N] [--tickets N] [--findings] [--without-token-removal]
// Prints one line of JSON that says where the servers are, answers 'count' on standard input with what they were asked, and ends with its input.
// With --findings the tenant offers findings and no tickets: the N are findings then.
var accounts = NumberAfter("--accounts") ?? 0;
var tickets = NumberAfter("--tickets");
await using var dig = await DigContractServer.StartAsync(new DigContractOptions
{
    OffersTokenRemoval = !args.Contains("--without-token-removal"),
    OffersTickets = !args.Contains("--findings"),
    OffersFindings = args.Contains("--findings"),
});
var collector = dig.AddCollector("security-collectors");
var user = dig.AddUser("Reviewer", "reviewer@example.com");
var swimlane = tickets is null ? null : dig.AddSwimlane("Global");
var srns = tickets is null ? [] : StandInTickets.AddTo(dig, tickets.Value, swimlane!);
await using var organizations = accounts == 0
    ? null
    : await OrganizationsWire.StartAsync(new WireEstate(accounts, "/Security", "/Workloads", "/Workloads/Prod", "/Workloads/NonProd", "/Sandbox"));

Console.WriteLine(JsonSerializer.Serialize(new
{
    Endpoint = dig.Endpoint.ToString(),
    Token = dig.IssueToken(),
    EndedToken = dig.IssueToken(TimeSpan.FromHours(-1)),
    ForeignToken = dig.IssueToken(org: "crc000000"),
    Collector = "security-collectors",
    CollectorSrn = collector,
    Organizations = organizations?.Endpoint.ToString(),
    dig.UserSrn,
    Reviewer = "reviewer@example.com",
    ReviewerSrn = user,
    Swimlane = swimlane is null ? null : "Global",
    SwimlaneSrn = swimlane,
    FirstTicketSrn = srns is [var first, ..] ? first : null,
    LastTicketSrn = srns is [.., var last] ? last : null,
}));

while (await Console.In.ReadLineAsync() is { } line)
{
    if (line == "count")
    {
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Dig = dig.Record.Requests.Count,
            Operations = dig.Record.Requests.GroupBy(request => request.Operation).ToDictionary(group => group.Key, group => group.Count()),
            Registrations = dig.RegistrationsSent.Count,
            Aws = organizations?.Requests.GroupBy(request => request.Operation).ToDictionary(group => group.Key, group => group.Count()),
            Tickets = dig.TicketStatuses,
        }));
    }
}

int? NumberAfter(string flag) => Array.IndexOf(args, flag) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
