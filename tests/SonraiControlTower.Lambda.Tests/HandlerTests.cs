using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Lambda.Tests;

/// <summary>The handlers of the package itself, against moto and Dig's contract.</summary>
public sealed class HandlerTests(MotoServer moto, PackagedFunction function) : IClassFixture<MotoServer>, IClassFixture<PackagedFunction>
{
    private const string First = "11111111-1111-4111-8111-111111111111";
    private const string Second = "22222222-2222-4222-8222-222222222222";
    private const string ExternalId = "an-external-id";

    [MotoFact]
    public async Task A_secret_of_Secrets_Manager_is_rotated_in_four_calls()
    {
        await moto.ResetAsync();
        await using var dig = await DigContractServer.StartAsync();
        using var secrets = new MotoSecrets(moto);
        var token = dig.IssueToken(TimeSpan.FromDays(30));
        var arn = await secrets.CreateAsync(First, $$"""{"owner":"security","sonrai_token":"{{token}}"}""");
        await secrets.BeginRotationAsync(arn, First, Second);

        var log = "";
        foreach (var step in new[] { "createSecret", "setSecret", "testSecret", "finishSecret" })
        {
            var called = await function.CallAsync(
                PackagedFunction.RotateCredentials,
                new JsonObject { ["Step"] = step, ["SecretId"] = arn, ["ClientRequestToken"] = Second },
                Environment(dig, arn));
            ((string)called.Answer["step"]!).ShouldBe(step);
            log += called.Log;
        }

        var now = JsonNode.Parse((await secrets.TextAsync(arn, "AWSCURRENT"))!)!;
        ((string)now["sonrai_token"]!).ShouldNotBe(token);
        ((string)now["owner"]!).ShouldBe("security");
        (await secrets.HasStageAsync(arn, "AWSPENDING")).ShouldBeFalse();
        JsonNode.Parse((await secrets.TextAsync(arn, "AWSPREVIOUS"))!)!["sonrai_token"]!.GetValue<string>().ShouldBe(token);
        log.ShouldNotContain((string)now["sonrai_token"]!);
    }

    [MotoFact]
    public async Task CloudFormation_gets_its_answer_by_PUT_without_content_type()
    {
        await moto.ResetAsync();
        await using var dig = await DigContractServer.StartAsync();
        dig.AddCollector("blue");
        using var organization = await MotoOrganization.SeedAsync(moto, new Dictionary<string, int> { ["/Workloads"] = 2 });
        using var secrets = new MotoSecrets(moto);
        var arn = await secrets.CreateAsync(First, $$"""{"sonrai_token":"{{dig.IssueToken(TimeSpan.FromDays(30))}}"}""");
        await using var cloudFormation = await AnswerListener.StartAsync();

        var called = await function.CallAsync(PackagedFunction.Setup, Request(cloudFormation.Url), Environment(dig, arn, organization.Id));

        called.ExitCode.ShouldBe(0, called.Error);
        var (method, contentType, body) = cloudFormation.Answers.ShouldHaveSingleItem();
        method.ShouldBe("PUT");
        contentType.ShouldBeNull();
        var answer = JsonNode.Parse(body)!;
        ((string)answer["Status"]!).ShouldBe("SUCCESS", called.Log);
        ((string)answer["Data"]!["Accounts"]!).ShouldBe("3");
        $"{called.Log}{called.Error}{body}".ShouldNotContain("very-secret");
        $"{called.Log}{called.Error}{body}".ShouldNotContain(ExternalId);
    }

    [MotoFact]
    public async Task A_mistake_in_the_form_comes_back_in_one_sentence()
    {
        await moto.ResetAsync();
        await using var dig = await DigContractServer.StartAsync();
        using var secrets = new MotoSecrets(moto);
        var arn = await secrets.CreateAsync(First, $$"""{"sonrai_token":"{{dig.IssueToken(TimeSpan.FromDays(30))}}"}""");
        await using var cloudFormation = await AnswerListener.StartAsync();

        await function.CallAsync(PackagedFunction.Setup, Request(cloudFormation.Url), Environment(dig, arn));

        var answer = JsonNode.Parse(cloudFormation.Answers.ShouldHaveSingleItem().Body)!;
        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldStartWith("There is no collector deployment 'blue'.");
    }

    [Fact]
    public async Task What_keeps_a_function_from_its_work_leaves_it_with_a_sentence()
    {
        var called = await function.CallAsync(PackagedFunction.Setup, new JsonObject { ["action"] = "destroy" }, new Dictionary<string, string>());

        called.ExitCode.ShouldBe(1);
        called.Error.ShouldStartWith("SonraiException: What came is nothing that the function can act on");
    }

    private Dictionary<string, string> Environment(DigContractServer dig, string secret, string organization = "o-exampleorgid") => new()
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ENDPOINT_URL"] = moto.Endpoint.ToString(),
        ["SONRAI_SECRET_ID"] = secret,
        ["SONRAI_ENDPOINT"] = dig.Endpoint.ToString(),
        ["SONRAI_COLLECTOR_NAME"] = "blue",
        ["SONRAI_COLLECTOR_ACCOUNT"] = "123456789012",
        ["SONRAI_EXTERNAL_ID"] = ExternalId,
        ["SONRAI_ORGANIZATION_ID"] = organization,
        ["SONRAI_TOKEN_LIFETIME_DAYS"] = "30",
        ["SONRAI_ROTATION_DAYS"] = "15",
        ["TIMEOUT_SECONDS"] = "900",
    };

    private static JsonObject Request(Uri url) => new()
    {
        ["RequestType"] = "Create",
        ["ResponseURL"] = url.ToString(),
        ["StackId"] = "arn:aws:cloudformation:eu-west-1:123456789012:stack/sonrai/1",
        ["RequestId"] = "request-1",
        ["LogicalResourceId"] = "Setup",
        ["ResourceProperties"] = new JsonObject { ["CollectorExternalId"] = ExternalId },
    };
}
