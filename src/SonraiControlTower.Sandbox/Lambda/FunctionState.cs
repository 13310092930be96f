using System.Text.Json.Nodes;

namespace SonraiControlTower.Sandbox;

/// <summary>What a function is made of.</summary>
internal sealed record FunctionConfiguration
{
    public required string RoleArn { get; init; }

    public required string Handler { get; init; }

    public required string Runtime { get; init; }

    public required string CodeSha256 { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    public string? LogGroup { get; init; }

    /// <summary>How many runs at a time are kept for it, and no more; null for what the account has left.</summary>
    public int? Reserved { get; init; }

    public override string ToString() => Handler;
}

/// <summary>A function.</summary>
internal sealed class FunctionState(string name, string arn, AccountId account, string region, FunctionConfiguration configuration)
{
    private const int MostRuns = 1_000;

    public string Name => name;

    public string Arn => arn;

    public AccountId Account => account;

    public string Region => region;

    public FunctionConfiguration Configuration { get; set; } = configuration;

    /// <summary>The statements of its policy by id: who may call it.</summary>
    public SortedDictionary<string, JsonObject> Permissions { get; } = new(StringComparer.Ordinal);

    public int Running { get; set; }

    /// <summary>What waits for a run to end.</summary>
    public Queue<Action> Waiting { get; } = new();

    public bool HasRoom => Running < (Configuration.Reserved ?? MostRuns);

    public Guarded Guarded => new(
        arn,
        account,
        Permissions.Count == 0
            ? null
            : new PolicyDocument(new JsonObject { ["Statement"] = new JsonArray([.. Permissions.Values.Select(one => one.DeepClone())]) }.ToJsonString(Json.Plain)));

    public LambdaFunction ToLambdaFunction() => new()
    {
        Name = name,
        Arn = arn,
        State = "Active",
        Runtime = Configuration.Runtime,
        Handler = Configuration.Handler,
        CodeSha256 = Configuration.CodeSha256,
    };
}
