using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox.Tests.Integration;

/// <summary>The integration's own template, deployed to the sample estate, with small functions in the place of the real ones.</summary>
internal sealed class IntegrationCloud
{
    public const string Stack = "sonrai-integration";
    public const string Bucket = "sonrai-control-tower-111122223333-eu-west-1";
    public const string Package = "SonraiControlTower.Lambda.x86_64.zip";

    public IntegrationCloud()
    {
        Functions = new Functions(Cloud.Aws);
        Cloud.Zone.FunctionCode = Functions.RunAsync;
    }

    public Cloud Cloud { get; } = new();

    public Functions Functions { get; }

    public LandingZone Zone => Cloud.Zone;

    public IStacks Stacks => Cloud.CloudFormation.Stacks;

    public ISecretsManager Secrets => Cloud.Aws.OpenSecretsManagerAsync(new AwsAccess(), default).Result;

    public IS3 S3 => Cloud.Aws.OpenS3Async(new AwsAccess(), default).Result;

    public ILambda Lambda => Cloud.Aws.OpenLambdaAsync(new AwsAccess(), default).Result;

    public ISqs Sqs => Cloud.Aws.OpenSqsAsync(new AwsAccess(), default).Result;

    public IEventBridge EventBridge(string? region = null) => Cloud.Aws.OpenEventBridgeAsync(new AwsAccess { Region = region }, default).Result;

    public static IReadOnlyList<TemplateParameter> Parameters(params (string Key, string Value)[] others) =>
    [
        .. new Dictionary<string, string>
        {
            [IntegrationParameters.CollectorName] = "larkmoor-security",
            [IntegrationParameters.CollectorExternalId] = "3f6c1b1e-2a51-4a63-9c26-0c3a54b9c7d1",
            [IntegrationParameters.CollectorAccount] = Zones.Audit.ToString(),
            [IntegrationParameters.SonraiAPIToken] = "token-0",
            [IntegrationParameters.OrgId] = "o-exampleorgid",
            [IntegrationParameters.PackageKey] = Package,
        }.Where(one => others.All(other => other.Key != one.Key)).Select(one => new TemplateParameter(one.Key, one.Value)),
        .. others.Select(one => new TemplateParameter(one.Key, one.Value)),
    ];

    public static StackRequest Request(params (string Key, string Value)[] parameters) => new()
    {
        Name = Stack,
        TemplateBody = IntegrationTemplate.Main.Body,
        Parameters = Parameters(parameters),
        Capabilities = IntegrationTemplate.Main.Capabilities,
        RequestToken = OperationId.New(),
    };

    /// <summary>Puts the package into its bucket.</summary>
    public async Task<IntegrationCloud> WithPackageAsync()
    {
        await S3.CreateBucketAsync(Bucket, default);
        await S3.PutObjectAsync(Bucket, Package, Encoding.UTF8.GetBytes("the package"), default);
        return this;
    }

    /// <summary>Deploys the stack, and lets the first rotation end.</summary>
    public async Task<CloudFormationStack> DeployAsync(params (string Key, string Value)[] parameters)
    {
        await WithPackageAsync();
        return await EndAsync(await Stacks.CreateAsync(Request(parameters), default));
    }

    /// <summary>Lets the clock run, and the functions end, until CloudFormation rests.</summary>
    public async Task<CloudFormationStack> EndAsync(string id)
    {
        for (var look = 0; look < 10_000; look++)
        {
            var stack = (await Stacks.DescribeAsync(id, default))!;
            if (!StackStatus.IsInProgress(stack.Status))
            {
                await Zone.SettleAsync(default);
                return stack;
            }

            await Zone.SettleAsync(default);
            Cloud.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        throw new InvalidOperationException("The stack has not come to rest.");
    }

    /// <summary>Moves the clock, and lets come to an end what that begins.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Cloud.Clock.Advance(time);
        await Zone.SettleAsync(default);
    }

    public async Task<string> OutputAsync(string name) => (await Stacks.DescribeAsync(Stack, default))!.Outputs[name];

    public async Task<SecretDescription> SecretAsync() => (await Secrets.DescribeAsync(await OutputAsync(IntegrationOutputs.SecretArn), default))!;

    public async Task<string> TokenAsync(string stage = SecretStage.Current) =>
        (await Secrets.GetValueAsync(await OutputAsync(IntegrationOutputs.SecretArn), SecretVersionChoice.ByStage(stage), default))!.Text!.Reveal();
}

/// <summary>What the functions of the tests do: as much of the real ones as the services can be seen by.</summary>
internal sealed class Functions(IAws aws)
{
    private int _tokens;

    /// <summary>The payloads of the Setup function, in the order of their arrival.</summary>
    public ConcurrentQueue<JsonObject> Setup { get; } = [];

    /// <summary>The steps of the rotation function.</summary>
    public ConcurrentQueue<string> Steps { get; } = [];

    /// <summary>What the Setup function answers CloudFormation; null for nothing at all.</summary>
    public Func<JsonObject, JsonObject?> Answer { get; set; } = request => Success(request, request["PhysicalResourceId"]?.ToString() ?? "setup-1");

    /// <summary>What the Setup function does with everything else.</summary>
    public Func<JsonObject, string> Work { get; set; } = _ => """{"batchItemFailures":[]}""";

    public IEnumerable<string> RequestTypes => Setup.Select(one => one["RequestType"]?.ToString()).OfType<string>();

    /// <summary>The bodies that came by the queue.</summary>
    public IEnumerable<JsonObject> Events =>
        Setup.SelectMany(one => one["Records"]?.AsArray() ?? []).Select(record => JsonNode.Parse(record!["body"]!.ToString())!.AsObject());

    public static JsonObject Success(JsonObject request, string physicalId) => new()
    {
        ["Status"] = "SUCCESS",
        ["PhysicalResourceId"] = physicalId,
        ["StackId"] = request["StackId"]!.ToString(),
        ["RequestId"] = request["RequestId"]!.ToString(),
        ["LogicalResourceId"] = request["LogicalResourceId"]!.ToString(),
        ["Data"] = new JsonObject { ["Accounts"] = "27" },
    };

    public static JsonObject Failure(JsonObject request, string reason, string physicalId = "setup-1")
    {
        var answer = Success(request, physicalId);
        (answer["Status"], answer["Reason"]) = ("FAILED", reason);
        return answer;
    }

    public async Task<string> RunAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        var payload = JsonNode.Parse(call.Payload)!.AsObject();
        if (call.Handler.Contains("RotateCredentials", StringComparison.Ordinal))
        {
            await RotateAsync(call, payload, cancellationToken);
            return "{}";
        }

        Setup.Enqueue(payload);
        if (!payload.ContainsKey("ResponseURL"))
        {
            return Work(payload);
        }

        if (Answer(payload) is { } answer)
        {
            call.Answer(new Uri(payload["ResponseURL"]!.ToString()), Encoding.UTF8.GetBytes(answer.ToJsonString()));
        }

        return "{}";
    }

    private async Task RotateAsync(FunctionCall call, JsonObject payload, CancellationToken cancellationToken)
    {
        var (step, secret, token) = (payload["Step"]!.ToString(), payload["SecretId"]!.ToString(), payload["ClientRequestToken"]!.ToString());
        Steps.Enqueue(step);
        var secrets = await aws.OpenSecretsManagerAsync(call.Access, cancellationToken);
        var description = (await secrets.DescribeAsync(secret, cancellationToken))!;
        switch (step)
        {
            case "createSecret" when await secrets.GetValueAsync(secret, new SecretVersionChoice(token, SecretStage.Pending), cancellationToken) is null:
                var text = new SecretText($$"""{"sonrai_token":"token-{{Interlocked.Increment(ref _tokens)}}"}""");
                await secrets.PutValueAsync(secret, OperationId.Parse(token), text, [SecretStage.Pending], cancellationToken);
                break;
            case "finishSecret" when description.VersionAt(SecretStage.Current) != token:
                await secrets.MoveStageAsync(secret, SecretStage.Current, token, description.VersionAt(SecretStage.Current), cancellationToken);
                await secrets.MoveStageAsync(secret, SecretStage.Pending, null, token, cancellationToken);
                break;
        }
    }
}
