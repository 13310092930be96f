using System.Text.Json;
using SonraiControlTower.TestKit;

// usage: StandIn [--accounts N] [--without-token-removal]
// Prints one line of JSON that says where the servers are, answers 'count' on standard input with what they were asked, and ends with its input.
var accounts = Array.IndexOf(args, "--accounts") is >= 0 and var at ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 0;
await using var dig = await DigContractServer.StartAsync(new DigContractOptions { OffersTokenRemoval = !args.Contains("--without-token-removal") });
var collector = dig.AddCollector("security-collectors");
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
}));

while (await Console.In.ReadLineAsync() is { } line)
{
    if (line == "count")
    {
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            Dig = dig.Record.Requests.Count,
            Registrations = dig.RegistrationsSent.Count,
            Aws = organizations?.Requests.GroupBy(request => request.Operation).ToDictionary(group => group.Key, group => group.Count()),
        }));
    }
}
