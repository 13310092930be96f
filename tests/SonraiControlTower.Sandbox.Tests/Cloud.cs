using SonraiControlTower.Sandbox.Tests.CloudFormation;

namespace SonraiControlTower.Sandbox.Tests;

/// <summary>The sandbox's AWS as tests reach it, with a clock that they move.</summary>
internal sealed class Cloud
{
    public const string Set = "sonrai-collector-role";
    public const string Region = "eu-west-1";

    public static readonly AccountId Tracking = AccountId.Parse("333355557777");
    public static readonly AccountId Billing = AccountId.Parse("555577779999");
    public static readonly AccountId Telemetry = AccountId.Parse("444466668888");
    public static readonly AccountId Harbourline = AccountId.Parse("222255558888");
    public static readonly AccountId Suspended = AccountId.Parse("555588881111");

    public Cloud(LandingZone? zone = null, FakeTimeProvider? clock = null)
    {
        Clock = clock ?? Zones.Clock();
        Zone = zone ?? LandingZone.Sample(Clock);
        Aws = new SandboxAws(Zone, new RequestRate(1_000_000, 1_000_000));
    }

    public FakeTimeProvider Clock { get; }

    public LandingZone Zone { get; }

    public SandboxAws Aws { get; }

    public StackSetRef Reference { get; init; } = new(Set);

    public ICloudFormation CloudFormation => Aws.OpenCloudFormationAsync(new AwsAccess(), default).Result;

    public IIam Iam(AwsKeys? keys = null) => Aws.OpenIamAsync(Access(keys), default).Result;

    public ISts Sts(AwsKeys? keys = null, string? region = null) => Aws.OpenStsAsync(Access(keys) with { Region = region }, default).Result;

    /// <summary>STS as the collector has it in its own account.</summary>
    public ISts Collector => Aws.OpenStsAsync(new AwsAccess { ProfileName = "collector" }, default).Result;

    public static StackSetDefinition SelfManaged(params (string Key, string Value)[] parameters) => new()
    {
        StackSet = new StackSetRef(Set),
        TemplateBody = Collectors.Body,
        Parameters = Collectors.Parameters(parameters),
        Capabilities = ["CAPABILITY_NAMED_IAM"],
        AdministrationRoleArn = $"arn:aws:iam::{Zones.Management}:role/service-role/AWSControlTowerStackSetRole",
        ExecutionRoleName = "AWSControlTowerExecution",
    };

    public static StackSetDefinition ServiceManaged(bool retain = false, string callAs = CallAs.Self) => new()
    {
        StackSet = new StackSetRef(Set, callAs),
        TemplateBody = Collectors.Body,
        Parameters = Collectors.Parameters(),
        Capabilities = ["CAPABILITY_NAMED_IAM"],
        PermissionModel = PermissionModel.ServiceManaged,
        AutoDeployment = new AutoDeployment(Enabled: true, retain),
    };

    public StackInstancesRequest Request(params AccountId[] accounts) => Request(DeploymentTargets.Of(accounts));

    public StackInstancesRequest Request(DeploymentTargets targets) => new()
    {
        StackSet = Reference,
        Targets = targets,
        Regions = [Region],
        OperationId = OperationId.New(),
        Preferences = new() { FailureTolerance = Share.Percentage(100), MaxConcurrent = Share.Percentage(100), ConcurrencyMode = ConcurrencyMode.SoftFailureTolerance },
    };

    public async Task<string> MakeSetAsync(StackSetDefinition? definition = null) =>
        await CloudFormation.StackSets.CreateAsync(definition ?? SelfManaged(), OperationId.New(), default);

    /// <summary>Deploys to accounts and waits for the end.</summary>
    public async Task<StackSetOperation> DeployAsync(params AccountId[] accounts) => await DeployAsync(Request(accounts));

    public async Task<StackSetOperation> DeployAsync(StackInstancesRequest request) =>
        await EndAsync((await CloudFormation.StackInstances.CreateAsync(request, default)).OperationId);

    /// <summary>Lets the clock run until an operation has ended.</summary>
    public async Task<StackSetOperation> EndAsync(string operationId)
    {
        for (var look = 0; look < 10_000; look++)
        {
            var operation = await OperationAsync(operationId);
            if (operation.HasEnded)
            {
                return operation;
            }

            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        throw new InvalidOperationException("The operation has not ended.");
    }

    public async Task<StackSetOperation> OperationAsync(string operationId) =>
        (await CloudFormation.Operations.DescribeAsync(Reference, operationId, default))!;

    public async Task<List<StackSetOperationResult>> ResultsAsync(string operationId) =>
        await CloudFormation.Operations.ListResultsAsync(Reference, operationId, status: null, default).ToListAsync();

    public async Task<StackSetOperationResult> ResultAsync(string operationId, AccountId account) =>
        (await ResultsAsync(operationId)).Single(result => result.AccountId == account.ToString());

    public async Task<List<StackInstance>> InstancesAsync() =>
        await CloudFormation.StackInstances.ListAsync(Reference, new StackInstanceFilter(), default).ToListAsync();

    public async Task<StackInstance> InstanceAsync(AccountId account) =>
        (await InstancesAsync()).Single(instance => instance.AccountId == account.ToString());

    /// <summary>Assumes a role, by default as the collector and with its external id.</summary>
    public async Task<AssumeRoleAnswer> AssumeAsync(
        AccountId account, string name = Set, string? externalId = Collectors.ExternalId, ISts? sts = null) =>
        await (sts ?? Collector).AssumeRoleAsync(
            new AssumeRoleRequest
            {
                Role = new RoleArn("aws", account, name),
                SessionName = "test",
                ExternalId = externalId is null ? null : ExternalId.Parse(externalId),
            },
            default);

    /// <summary>The keys of the administrator in a member.</summary>
    public async Task<AwsKeys> EnterAsync(AccountId account) =>
        ((AssumedRole)await AssumeAsync(account, "AWSControlTowerExecution", externalId: null, Sts())).Keys;

    private static AwsAccess Access(AwsKeys? keys) => keys is null ? new AwsAccess() : new AwsAccess().As(keys);
}
