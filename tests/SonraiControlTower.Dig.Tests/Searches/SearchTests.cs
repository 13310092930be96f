namespace SonraiControlTower.Dig.Tests.Searches;

public sealed class SearchTests
{
    [Fact]
    public async Task Saved_searches_are_listed_and_run()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddSearch("stale", """{"Identities":{"count":2,"items":[{"name":"a","age":91,"tags":["x"],"of":{"id":1.5}},{"name":"b","active":false}]}}""");

        var names = await tenant.Dig.Searches.ListAsync(default).Select(search => search.Name).ToListAsync();
        var finds = (await tenant.Dig.Searches.RunAsync("stale", default)).Single();

        names.ShouldBe(["stale"]);
        finds.Card.ShouldBe("Identities");
        finds.Items[0]["age"].ShouldBe(91L);
        finds.Items[0]["tags"].ShouldBeOfType<object?[]>().ShouldBe(["x"]);
        finds.Items[0]["of"].ShouldBeAssignableTo<IReadOnlyDictionary<string, object?>>()!["id"].ShouldBe(1.5);
        finds.Items[1]["active"].ShouldBe(false);
    }

    [Fact]
    public async Task A_search_that_there_is_not_is_refused_with_its_name()
    {
        await using var tenant = await TestTenant.StartAsync();

        var problem = await Throws.ProblemOf(tenant.Dig.Searches.RunAsync("none", default));

        problem.Id.ShouldBe("SearchRefused");
        problem.Message.ShouldContain("'none'");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task What_is_no_object_of_cards_is_not_taken_for_a_result(string result)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json("{\"data\":{\"ExecuteSavedQuery\":{\"Query\":" + result + "}}}"));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        (await Throws.ProblemOf(tenant.Searches.RunAsync("odd", default))).Id.ShouldBe("DigUnexpectedAnswer");
    }
}
