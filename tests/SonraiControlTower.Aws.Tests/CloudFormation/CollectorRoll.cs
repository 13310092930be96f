namespace SonraiControlTower.Aws.Tests.CloudFormation;

/// <summary>The collector role as a stack and as a stack set, for tests.</summary>
internal static class CollectorRoll
{
    public const string ExternalIdText = "0f0e0d0c-aaaa-bbbb-cccc-0123456789ab";

    public static StackSetRef StackSet { get; } = new("SonraiDigAccess");

    public static IReadOnlyList<TemplateParameter> Parameters { get; } =
    [
        new(RoleTemplateParameters.CollectorAccount, "999988887777"),
        new(RoleTemplateParameters.CollectorExternalId, ExternalIdText),
    ];

    public static StackRequest Stack(string name = "sonrai-collector-role") => new()
    {
        Name = name,
        TemplateBody = RoleTemplate.Collector.Body,
        Parameters = Parameters,
        Tags = new Dictionary<string, string> { ["CreatedBy"] = "SonraiControlTower" },
        Capabilities = RoleTemplate.Collector.Capabilities,
        RequestToken = OperationId.New(),
    };

    public static StackSetDefinition Definition { get; } = new()
    {
        StackSet = StackSet,
        TemplateBody = RoleTemplate.Collector.Body,
        Parameters = Parameters,
        Tags = new Dictionary<string, string> { ["CreatedBy"] = "SonraiControlTower" },
        Capabilities = RoleTemplate.Collector.Capabilities,
        Description = "The collector role",
        AdministrationRoleArn = "arn:aws:iam::123456789012:role/service-role/AWSControlTowerStackSetRole",
        ExecutionRoleName = "AWSControlTowerExecution",
    };

    public static StackInstancesRequest In(params string[] accounts) => new()
    {
        StackSet = StackSet,
        Targets = DeploymentTargets.Of(accounts.Select(AccountId.Parse)),
        Regions = ["us-east-1"],
        OperationId = OperationId.New(),
    };
}
