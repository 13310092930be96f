using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class ContractTicketPageTests
{
    private const string Page =
        "query P($limit: Long, $offset: Long) { Tickets { count items(limit: $limit, offset: $offset) { title } } }";

    private static readonly DateTimeOffset _day = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_count_is_that_of_the_page_and_not_of_all()
    {
        await using var server = await DigContractServer.StartAsync();
        using var client = new ContractClient(server);
        Add(server, 5);

        var first = await PageAsync(client, 3, 0);
        var last = await PageAsync(client, 3, 3);
        var beyond = await PageAsync(client, 3, 6);

        (first.GetProperty("count").GetInt32(), Titles(first)).ShouldBe((3, "0 1 2"));
        (last.GetProperty("count").GetInt32(), Titles(last)).ShouldBe((2, "3 4"));
        (beyond.GetProperty("count").GetInt32(), Titles(beyond)).ShouldBe((0, ""));
    }

    [Fact]
    public async Task A_count_without_items_is_that_of_the_page_nobody_asked_anything_of()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { DefaultPageSize = 2 });
        using var client = new ContractClient(server);
        Add(server, 5);

        var data = await client.DataAsync("query { Tickets { count } }");

        data.GetProperty("Tickets").GetProperty("count").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_page_that_is_too_large_makes_the_tickets_null_with_the_known_error()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { LargestPage = 4 });
        using var client = new ContractClient(server);
        Add(server, 5);

        var (_, body) = await client.PostAsync(Page, new JsonObject { ["limit"] = 5 });

        body.GetProperty("data").ToString().ShouldBe("""{"Tickets":null}""");
        var error = body.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("message").GetString().ShouldBe(
            "Exception while fetching data (/Tickets) : Unexpected exception while fetching Grpc data.");
        error.GetProperty("path").ToString().ShouldBe("""["Tickets"]""");
        error.GetProperty("locations")[0].TryGetProperty("line", out _).ShouldBeTrue();
        error.GetProperty("extensions").ToString().ShouldBe("""{"classification":"DataFetchingException"}""");
    }

    [Fact]
    public async Task What_counts_for_too_large_is_what_the_page_holds()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { LargestPage = 4 });
        using var client = new ContractClient(server);
        Add(server, 4);

        Titles(await PageAsync(client, -1, null)).ShouldBe("0 1 2 3");
    }

    [Fact]
    public async Task A_cap_shortens_the_page_without_a_word()
    {
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { PageCap = 2, LargestPage = 4 });
        using var client = new ContractClient(server);
        Add(server, 5);

        var page = await PageAsync(client, 5, 1);

        (page.GetProperty("count").GetInt32(), Titles(page)).ShouldBe((2, "1 2"));
    }

    [Theory]
    [InlineData("", "a b c d")]
    [InlineData("createdDate: { order: ASC }", "b a c d")]
    [InlineData("createdDate: { order: DESC }", "d a c b")]
    [InlineData("createdDate: {}", "b a c d")]
    [InlineData("lastModified: { order: DESC }", "b d a c")]
    [InlineData("transitionDate: { order: DESC }, createdDate: { order: ASC }", "b a c d")]
    [InlineData("transitionDate: { order: ASC }", "a c d b")]
    public async Task Items_come_as_they_were_added_or_in_the_order_asked_for(string orderBy, string expected)
    {
        var clock = new StepClock();
        await using var server = await DigContractServer.StartAsync(new DigContractOptions { Clock = clock });
        using var client = new ContractClient(server);
        foreach (var (title, day) in new[] { ("a", 2), ("b", 1), ("c", 2), ("d", 3) })
        {
            server.AddTicket(new ContractTicketSeed { Title = title, CreatedDate = _day.AddDays(day) });
        }

        await client.DataAsync($"query {{ Tickets {{ items(orderBy: {{ {orderBy} }}) {{ srn }} }} }}");
        await client.DataAsync("mutation { CloseTickets(input: { srns: \"srn:crc90210::Ticket/00000000-0000-4000-8000-000000000002\" }) { successCount } }");
        var data = await client.DataAsync($"query {{ Tickets {{ items(orderBy: {{ {orderBy} }}) {{ title }} }} }}");

        Titles(data.GetProperty("Tickets")).ShouldBe(expected);
    }

    private static void Add(DigContractServer server, int count) =>
        server.AddTickets(count, number => new ContractTicketSeed { Title = $"{number}" });

    private static async Task<JsonElement> PageAsync(ContractClient client, int limit, int? offset) =>
        (await client.DataAsync(Page, new JsonObject { ["limit"] = limit, ["offset"] = offset })).GetProperty("Tickets");

    private static string Titles(JsonElement card) =>
        string.Join(' ', card.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
}
