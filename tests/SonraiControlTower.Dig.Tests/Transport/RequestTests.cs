using System.Text.Json;

namespace SonraiControlTower.Dig.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_is_one_post_with_bearer_name_and_variables_as_an_object()
    {
        var token = Jwt.Of();
        using var handler = new ScriptedHandler(ScriptedHandler.Json("""{"data":{"PlatformAccounts":{"count":0,"items":[]}}}"""));
        using var tenant = new DigTenant(token, null, new DigOptions { Handler = handler, PageSize = 7 });

        await tenant.Collectors.ListAsync(default).ToListAsync();

        var (request, body) = handler.Sent[0];
        request.Method.ShouldBe(HttpMethod.Post);
        request.RequestUri.ShouldBe(new Uri("https://crc1.sonraisecurity.com/graphql"));
        request.Headers.Authorization!.ToString().ShouldBe($"Bearer {token.Reveal()}");
        request.Headers.GetValues("query-name").ShouldBe(["PlatformAccounts"]);
        request.Headers.UserAgent.ToString().ShouldStartWith("SonraiControlTower/");
        request.Content!.Headers.ContentType!.ToString().ShouldBe("application/json");
        request.Content.Headers.ContentLength.ShouldBe(body.Length);
        var json = JsonElement.Parse(body);
        json.EnumerateObject().Select(one => one.Name).ShouldBe(["query", "variables"]);
        json.GetProperty("variables").GetRawText().ShouldBe("""{"cloudTypes":["aws"],"limit":7,"offset":0}""");
    }

    [Fact]
    public async Task A_redirect_does_not_carry_the_token_elsewhere()
    {
        await using var elsewhere = await TestKit.DigContractServer.StartAsync();
        using var handler = new ScriptedHandler(() =>
        {
            var response = ScriptedHandler.Status(307)();
            response.Headers.Location = elsewhere.Endpoint;
            return response;
        });
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        await Throws.ProblemOf(tenant.Tokens.TestAsync(null, default));

        elsewhere.Record.Requests.ShouldBeEmpty();
    }
}
