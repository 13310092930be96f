using System.Globalization;

namespace SonraiControlTower;

/// <summary>Reads the integration from its stack.</summary>
public static class IntegrationReader
{
    /// <summary>The stack's name where none is given.</summary>
    public const string DefaultStackName = "SonraiControlTower";

    /// <summary>The integration of that name; null if there is none in the region.</summary>
    public static async Task<SonraiIntegration?> FindAsync(IAws aws, AwsAccess access, string stackName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aws);
        var cloudFormation = await aws.OpenCloudFormationAsync(access, cancellationToken).ConfigureAwait(false);
        var stack = await cloudFormation.Stacks.DescribeAsync(stackName, cancellationToken).ConfigureAwait(false);
        return stack is null or { Status: StackStatus.DeleteComplete } ? null : Of(stack);
    }

    /// <summary>The integration of that name.</summary>
    /// <exception cref="SonraiException"><c>IntegrationNotInstalled</c>.</exception>
    public static async Task<SonraiIntegration> ReadAsync(IAws aws, AwsAccess access, string stackName, CancellationToken cancellationToken) =>
        await FindAsync(aws, access, stackName, cancellationToken).ConfigureAwait(false)
            ?? throw new SonraiException(IntegrationProblems.NotInstalled(
                stackName, await aws.SettleRegionAsync(access, cancellationToken).ConfigureAwait(false)));

    /// <summary>What a stack tells. A stack that is not done has no outputs yet.</summary>
    internal static SonraiIntegration Of(CloudFormationStack stack)
    {
        var arn = stack.Id.Split(':');
        return new SonraiIntegration
        {
            StackName = stack.Name,
            StackId = stack.Id,
            Status = stack.Status,
            StatusReason = stack.StatusReason,
            Region = arn is [_, _, _, var region, ..] ? region : string.Empty,
            AccountId = arn is [_, _, _, _, var account, ..] ? account : string.Empty,
            OrganizationId = Parameter(stack, IntegrationParameters.OrgId),
            CollectorName = Parameter(stack, IntegrationParameters.CollectorName),
            CollectorAccount = Parameter(stack, IntegrationParameters.CollectorAccount),
            AuditAccount = Parameter(stack, IntegrationParameters.AuditAccount),
            LogArchiveAccount = Parameter(stack, IntegrationParameters.LogArchiveAccount),
            StackSetName = Parameter(stack, IntegrationParameters.StackSetName),
            PermissionModel = Parameter(stack, IntegrationParameters.PermissionModel),
            RoleName = Parameter(stack, IntegrationParameters.RoleName),
            PolicyChoice = Parameter(stack, IntegrationParameters.PolicyChoice),
            PermissionsBoundary = Parameter(stack, IntegrationParameters.PermissionsBoundaryArn),
            Endpoint = Parameter(stack, IntegrationParameters.SonraiEndpoint),
            RotationDays = Days(stack, IntegrationParameters.RotationDays),
            TokenLifetimeDays = Days(stack, IntegrationParameters.TokenLifetimeDays),
            SourceBucket = Output(stack, IntegrationOutputs.PackageBucket),
            PackageKey = Parameter(stack, IntegrationParameters.PackageKey),
            SecretArn = Output(stack, IntegrationOutputs.SecretArn),
            SetupFunction = Output(stack, IntegrationOutputs.SetupFunctionName),
            RotateCredentialsFunction = Output(stack, IntegrationOutputs.RotateCredentialsFunctionName),
            EventQueueUrl = Output(stack, IntegrationOutputs.EventQueueUrl),
            EventDeadLetterQueueUrl = Output(stack, IntegrationOutputs.EventDeadLetterQueueUrl),
            LifecycleRule = Output(stack, IntegrationOutputs.LifecycleRuleName),
            OrganizationRule = Output(stack, IntegrationOutputs.OrganizationRuleName),
            ReconcileRule = Output(stack, IntegrationOutputs.ReconcileRuleName),
            CreatedAt = stack.CreatedAt,
            UpdatedAt = stack.UpdatedAt,
        };
    }

    private static string? Parameter(CloudFormationStack stack, string name) => stack.Parameters.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static string? Output(CloudFormationStack stack, string name) => stack.Outputs.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static int? Days(CloudFormationStack stack, string name) =>
        int.TryParse(Parameter(stack, name), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;
}
