using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Lambda;

public sealed class LambdaTests
{
    private const string Arn = "arn:aws:lambda:eu-west-1:111111111111:function:setup";
    private const string Path = "/2015-03-31/functions/setup";
    private const string Invoke = $"POST {Path}/invocations";

    [Fact]
    public async Task A_function_by_its_ARN_is_one_part_of_the_path()
    {
        await using var fixture = await AwsFixture.StartAsync();
        var path = $"/2015-03-31/functions/{Uri.EscapeDataString(Arn)}/configuration";
        fixture.Wire.On($"GET {path}", _ => $$"""
            {"FunctionName":"setup","FunctionArn":"{{Arn}}","State":"Failed","StateReason":"The image is gone.","Runtime":"dotnet10","Handler":"a::b::c",
            "CodeSha256":"c2hh","Environment":{"Variables":{"TOKEN":"hidden"} } }
            """);
        var lambda = await OpenAsync(fixture);

        var function = await lambda.GetFunctionAsync(Arn, default);

        function.ShouldBe(new LambdaFunction
        {
            Name = "setup",
            Arn = Arn,
            State = "Failed",
            StateReason = "The image is gone.",
            Runtime = "dotnet10",
            Handler = "a::b::c",
            CodeSha256 = "c2hh",
        });
        fixture.Wire.Requests.ShouldHaveSingleItem().SignedFor.ShouldBe("eu-west-1/lambda");
    }

    [Fact]
    public async Task Pages_of_mappings_make_one_stream()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.On("GET /2015-03-31/event-source-mappings", asked => asked.Query.TryGetValue("Marker", out var marker) && marker == "a b+c=="
            ? """{"EventSourceMappings":[{"UUID":"2","EventSourceArn":"arn:b","State":"Disabled"},{"UUID":"3"}]}"""
            : """{"EventSourceMappings":[{"UUID":"1","EventSourceArn":"arn:a","State":"Enabled"}],"NextMarker":"a b+c=="}""");
        var lambda = await OpenAsync(fixture);

        var mappings = await lambda.ListEventSourceMappingsAsync(Arn, default).ToListAsync();

        mappings.ShouldBe([new("1", "arn:a", "Enabled"), new("2", "arn:b", "Disabled")]);
        fixture.Wire.Requests.ShouldAllBe(asked => asked.Query["FunctionName"] == Arn);
    }

    [Theory]
    [InlineData("""{ "a" :  "Ä – 全 🔑" }""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task What_a_function_returns_comes_letter_for_letter(string payload)
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny(Invoke, _ => WireFaults.Answer(200, "application/json", payload));

        var answer = await (await OpenAsync(fixture)).InvokeAsync("setup", """{"was":"Größe"}""", default);

        answer.ShouldBe(new LambdaAnswer(null, payload));
        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked.Body.ShouldBe("""{"was":"Größe"}""");
        asked.Headers["X-Amz-Invocation-Type"].ShouldBe("RequestResponse");
    }

    [Fact]
    public async Task That_a_function_threw_is_a_result()
    {
        const string Error = """{"errorType":"X","errorMessage":"No."}""";
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.OnAny(Invoke, _ => http =>
        {
            http.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
            return WireFaults.Answer(200, "application/json", Error)(http);
        });

        (await (await OpenAsync(fixture)).InvokeAsync("setup", "{}", default)).ShouldBe(new LambdaAnswer("Unhandled", Error));
    }

    [Theory]
    [InlineData("cut", null)]
    [InlineData("server error", null)]
    [InlineData("cut", "legacy")]
    public async Task A_function_is_called_once(string fault, string? mode)
    {
        await using var fixture = await AwsFixture.StartAsync(mode: mode);
        fixture.Wire.Fail(Invoke, fault == "cut" ? WireFaults.Cut : WireFaults.ServerError).On(Invoke, _ => "{}");

        var lost = await Should.ThrowAsync<SonraiException>(async () => await (await OpenAsync(fixture)).InvokeAsync("setup", "{}", default));

        lost.Problem.Id.ShouldBe("AwsAnswerLost");
        lost.Problem.Message.ShouldContain("lambda:InvokeFunction");
        fixture.Wire.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_function_that_was_too_busy_is_called_again()
    {
        await using var fixture = await AwsFixture.StartAsync();
        fixture.Wire.Fail(Invoke, Refused("TooManyRequestsException", 429)).On(Invoke, _ => "{}");

        (await (await OpenAsync(fixture)).InvokeAsync("setup", "{}", default)).Payload.ShouldBe("{}");

        fixture.Wire.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", 404, "LambdaNotFound")]
    [InlineData("InvalidRequestContentException", 400, "LambdaRefused")]
    [InlineData("ResourceConflictException", 409, "LambdaRefused")]
    [InlineData("KMSAccessDeniedException", 502, "LambdaRefused")]
    [InlineData("TooManyRequestsException", 429, "AwsThrottled")]
    [InlineData("AccessDeniedException", 403, "AwsAccessDenied")]
    [InlineData("ExpiredTokenException", 403, "CredentialsUnusable")]
    public async Task A_code_names_its_problem(string code, int status, string problem)
    {
        await using var fixture = await AwsFixture.StartAsync(attempts: 1);
        fixture.Wire.Fail(Invoke, Refused(code, status));

        var refused = await Should.ThrowAsync<SonraiException>(async () => await (await OpenAsync(fixture)).InvokeAsync("setup", "{}", default));

        refused.Problem.Id.ShouldBe(problem);
    }

    /// <summary>Lambda has the code in a header, and only words in the body.</summary>
    private static WireFault Refused(string code, int status) => http =>
    {
        http.Response.Headers["x-amzn-ErrorType"] = code;
        return WireFaults.Answer(status, "application/json", """{"Type":"User","Message":"No."}""")(http);
    };

    private static Task<ILambda> OpenAsync(AwsFixture fixture) => fixture.Aws.OpenLambdaAsync(fixture.Access, default);
}
