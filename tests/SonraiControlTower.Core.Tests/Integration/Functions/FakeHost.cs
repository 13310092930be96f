using System.Text;
using System.Text.Json.Nodes;
using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>Where the functions run in tests: an AWS, a tenant, and the settings that the stack gives.</summary>
internal sealed class FakeHost : IFunctionHost
{
    public const string FirstToken = "token-of-the-stack";

    public FakeHost(FakeAws aws)
    {
        Fake = aws;
        Tenant = new FakeTenant(aws);
        Clock = new FunctionClock(aws.Clock);
        aws.Secrets.Begin($$"""{"sonrai_token":"{{Tenant.Issue(FirstToken)}}"}""");

        // The stack itself makes the role of the management account.
        aws.Roles[(FakeAws.Management, RegistrationPlan.DefaultRoleName)] = new FakeRole(Given.Collector, Given.ExternalIdText, aws.Clock.GetUtcNow());
    }

    public FakeAws Fake { get; }

    public FakeTenant Tenant { get; }

    public FakeCloudAccounts Registrations => Tenant.Dig.CloudAccounts;

    public IAws Aws => Fake;

    public AwsAccess Access { get; } = new() { Region = "eu-west-1" };

    public TimeProvider Clock { get; }

    /// <summary>What CloudFormation was answered.</summary>
    public List<(Uri Url, byte[] Body)> Answers { get; } = [];

    /// <summary>How many of the next answers are lost on the way.</summary>
    public int LostAnswers { get; set; }

    public List<string> Lines { get; } = [];

    public Dictionary<string, string> Environment { get; } = new()
    {
        [FunctionSettings.SecretId] = FakeSecretsManager.Arn,
        [FunctionSettings.Endpoint] = "",
        [FunctionSettings.CollectorName] = "blue",
        [FunctionSettings.CollectorAccount] = Given.Collector.ToString(),
        [FunctionSettings.ExternalId] = Given.ExternalIdText,
        [FunctionSettings.OrganizationId] = "o-exampleorgid",
        [FunctionSettings.StackSetName] = RollOutPlan.DefaultStackSetName,
        [FunctionSettings.RoleName] = RegistrationPlan.DefaultRoleName,
        [FunctionSettings.PermissionModel] = PermissionModel.SelfManaged,
        [FunctionSettings.PolicyChoice] = CollectorPolicy.SecurityAuditViewOnly,
        [FunctionSettings.PermissionsBoundary] = "",
        [FunctionSettings.TokenName] = "Control Tower Integration",
        [FunctionSettings.TokenLifetimeDays] = "30",
        [FunctionSettings.RotationDays] = "15",
        [FunctionSettings.TimeoutSeconds] = "900",
    };

    public static FakeHost With(int accounts) => new(Given.Organization(accounts));

    public IDig OpenDig(ApiToken token, Uri? endpoint) => Tenant.OpenDig(token);

    public Task AnswerAsync(Uri responseUrl, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (LostAnswers > 0)
        {
            LostAnswers--;
            throw new HttpRequestException("lost");
        }

        Answers.Add((responseUrl, body.ToArray()));
        return Task.CompletedTask;
    }

    public void Log(string line) => Lines.Add(line);

    public async Task<JsonNode> SetupAsync(string payload) =>
        JsonNode.Parse(await IntegrationFunctions.RunAsync(IntegrationFunctions.SetupHandler, Environment, payload, this, default))!;

    public async Task<JsonNode> RotateAsync(string step, string version = "second", string secret = FakeSecretsManager.Arn) => JsonNode.Parse(
        await IntegrationFunctions.RunAsync(
            IntegrationFunctions.RotateCredentialsHandler,
            Environment,
            $$"""{"Step":"{{step}}","SecretId":"{{secret}}","ClientRequestToken":"{{version}}"}""",
            this,
            default))!;

    /// <summary>A rotation as Secrets Manager makes one: a version is staged, then the four steps come.</summary>
    public async Task RotateAllAsync(string version = "second")
    {
        Fake.Secrets.Stage(version);
        foreach (var step in new[] { RotationStep.Create, RotationStep.Set, RotationStep.Test, RotationStep.Finish })
        {
            await RotateAsync(step, version);
        }
    }

    /// <summary>The ids of the messages that the queue keeps.</summary>
    public async Task<IReadOnlyList<string>> QueueAsync(params IEnumerable<(string Id, string Body)> messages) =>
        [.. (await SetupAsync(Events.Sample.Batch(messages)))["batchItemFailures"]!.AsArray().Select(one => (string)one!["itemIdentifier"]!)];

    /// <summary>The answer to a request of CloudFormation, which is always given.</summary>
    public async Task<JsonNode> AskAsync(StackAsks asks)
    {
        Answers.Clear();
        await SetupAsync(asks.ToString());
        var (url, body) = Answers.ShouldHaveSingleItem();
        url.ShouldBe(new Uri(StackAsks.Url));
        body.Length.ShouldBeLessThanOrEqualTo(4096);
        return JsonNode.Parse(Encoding.UTF8.GetString(body))!;
    }
}
