using System.Reflection;
using SonraiControlTower.Aws.CloudFormation;
using SonraiControlTower.Aws.CloudTrail;
using SonraiControlTower.Aws.EventBridge;
using SonraiControlTower.Aws.Iam;
using SonraiControlTower.Aws.Kms;
using SonraiControlTower.Aws.Lambda;
using SonraiControlTower.Aws.Organizations;
using SonraiControlTower.Aws.Protocol;
using SonraiControlTower.Aws.S3;
using SonraiControlTower.Aws.SecretsManager;
using SonraiControlTower.Aws.Sqs;

namespace SonraiControlTower.Aws.Tests;

public sealed class RequiredActionsTests
{
    private static readonly Type[] _ports =
    [
        typeof(IOrganizations), typeof(IStacks), typeof(IStackSets), typeof(IStackInstances), typeof(IStackSetOperations),
        typeof(IIam), typeof(IIamRoles), typeof(IIamUsers), typeof(IIamCredentials), typeof(IIamPolicies), typeof(IIdentityPolicies), typeof(ISts), typeof(IChangeSets),
        typeof(ISecretsManager), typeof(IKms), typeof(IEventBridge), typeof(ILambda), typeof(ISqs), typeof(IS3), typeof(ICloudTrail),
    ];

    [Fact]
    public void Every_operation_of_a_port_says_what_it_needs() =>
        RequiredActions.ByOperation.Keys.Order().ShouldBe(
            _ports.SelectMany(port => port.GetMethods().Where(method => !method.IsSpecialName).Select(method => $"{port.Name}.{method.Name}")).Order());

    [Fact]
    public void Everything_that_goes_over_the_wire_is_needed_by_some_operation()
    {
        var needed = RequiredActions.ByOperation.Values.SelectMany(actions => actions).ToHashSet();

        OnTheWire().ShouldContain("s3:PutBucketPublicAccessBlock");
        OnTheWire().ShouldContain("lambda:InvokeFunction");
        OnTheWire().Except(needed).ShouldBeEmpty();
    }

    [Fact]
    public void The_bots_template_allows_what_remediation_calls()
    {
        string[] ports = ["IIamPolicies.", "IIdentityPolicies.", "IIamUsers.", "IIamCredentials.", "IIamRoles."];
        string[] besides = ["IIam.GetAccountAuthorizationDetailsAsync"];
        string[] never = ["IIamRoles.UpdateAsync", "IIamRoles.DeletePermissionsBoundaryAsync"];
        var needed = RequiredActions.ByOperation
            .Where(operation => !never.Contains(operation.Key))
            .Where(operation => besides.Contains(operation.Key) || ports.Any(port => operation.Key.StartsWith(port, StringComparison.Ordinal)))
            .SelectMany(operation => operation.Value);

        var listed = RoleTemplate.Bot.Body.Split('\n').Select(line => line.Trim(' ', '-')).ToHashSet();

        needed.Except(listed).ShouldBeEmpty();
    }

    private static IEnumerable<string> OnTheWire()
    {
        var kinds = new[] { IamIdentity.User("x"), IamIdentity.Group("x"), IamIdentity.Role("x") }.Select(IdentityOperations.Of);
        Type[] services =
        [
            typeof(CloudFormationService), typeof(IamService), typeof(OrganizationsService), typeof(SecretsManagerService),
            typeof(EventBridgeService), typeof(LambdaService), typeof(CloudTrailService), typeof(KmsService), typeof(SqsService), typeof(S3Service),
        ];
        return services.SelectMany(service => NamesIn(service, null).Concat(ConstantsOf(service)).Select(ServiceOf(service).ActionOf))
            .Concat(kinds.SelectMany(kind => NamesIn(typeof(IdentityOperations), kind)).Select(IamService.Service.ActionOf));
    }

    private static AwsService ServiceOf(Type type) => (AwsService)type.GetProperty("Service")!.GetValue(null)!;

    /// <summary>The operations of a service whose client is the SDK's are names only.</summary>
    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> NamesIn(Type type, object? instance) =>
        type.GetProperties().Where(property => property.PropertyType.Name.Contains("Operation`", StringComparison.Ordinal))
            .Select(property => property.GetValue(instance)!)
            .Select(operation => (string)operation.GetType().GetProperty("Name")!.GetValue(operation)!);
}
