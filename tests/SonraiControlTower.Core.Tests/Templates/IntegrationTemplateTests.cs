using System.Reflection;
using System.Text;

namespace SonraiControlTower.Core.Tests.Templates;

public sealed class IntegrationTemplateTests
{
    private static readonly string _main = IntegrationTemplate.Main.Body;

    public static TheoryData<string> Both => [IntegrationTemplate.Main.File, IntegrationTemplate.OrganizationEvents.File];

    [Theory]
    [MemberData(nameof(Both))]
    public void It_goes_into_a_request(string file) => Encoding.UTF8.GetByteCount(Of(file)).ShouldBeLessThan(IntegrationTemplate.MostBytes);

    // Defect 12 of the published integration, and defect 3 of a neighbour's.
    [Theory]
    [MemberData(nameof(Both))]
    public void No_partition_and_no_function_name_is_taken_for_granted(string file)
    {
        Of(file).ShouldNotContain("arn:aws");
        Of(file).Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("FunctionName: S", StringComparison.Ordinal));
        Function("SetupFunction").Keys().ShouldNotContain("FunctionName");
        Function("RotateCredentialsFunction").Keys().ShouldNotContain("FunctionName");
    }

    [Fact]
    public void Parameters_outputs_and_resources_are_called_by_our_constants()
    {
        string[] parameters = [.. Constants(typeof(IntegrationParameters))];

        _main.Block("Parameters").Keys().Append(IntegrationParameters.HomeRegion).ShouldBe(parameters, ignoreOrder: true);
        IntegrationTemplate.OrganizationEvents.Body.Block("Parameters").Keys().ShouldBe([IntegrationParameters.HomeRegion]);
        _main.Block("Outputs").Keys().ShouldBe(Constants(typeof(IntegrationOutputs)), ignoreOrder: true);
        _main.Block("Resources").Keys().ShouldBe(Constants(typeof(IntegrationResources)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("CollectorName", "Sonrai Dig Collector Deployment Name")]
    [InlineData("CollectorExternalId", "Sonrai Dig Collector Role External Id (UUID)")]
    [InlineData("CollectorAccount", "Sonrai Dig Collector Account Number")]
    [InlineData("SonraiAPIToken", "Sonrai Dig API token")]
    [InlineData("OrgId", "Organization Id")]
    [InlineData("AuditAccount", "Audit Account Number")]
    [InlineData("LogArchiveAccount", "Log Archive Account Number")]
    [InlineData("SourceBucket", "Source Bucket")]
    [InlineData("StackSetName", "Stack Set Name")]
    [InlineData("RoleName", "Role Name")]
    public void The_form_asks_as_Sonrais_own_integration_does(string parameter, string label)
    {
        var labels = _main.Block("Metadata", "AWS::CloudFormation::Interface", "ParameterLabels");

        string.Join('\n', labels).ShouldContain($"{parameter}:\n  default: {label}\n");
        _main.Block("Parameters").Keys().ShouldContain(parameter);
    }

    [Fact]
    public void The_form_has_the_groups_of_Sonrais_own_integration_and_every_parameter_once()
    {
        var groups = _main.Block("Metadata", "AWS::CloudFormation::Interface", "ParameterGroups").Select(line => line.Trim()).ToList();

        groups.Where(line => line.StartsWith("default: ", StringComparison.Ordinal)).ShouldBe(
            ["default: Sonrai Dig configuration", "default: Organization configuration", "default: Deployment configuration", "default: Other parameters"]);
        groups.Where(line => line.StartsWith("- ", StringComparison.Ordinal) && line != "- Label:").Select(line => line[2..])
            .ShouldBe(_main.Block("Parameters").Keys(), ignoreOrder: true);
    }

    [Theory]
    [InlineData("StackSetName", "Default: SonraiDigAccess")]
    [InlineData("RoleName", "Default: sonrai-collector-role")]
    [InlineData("SourceBucket", "Default: \"\"")]
    [InlineData("PolicyChoice", "Default: SecurityAuditViewOnly")]
    [InlineData("PermissionModel", "Default: SELF_MANAGED")]
    [InlineData("Runtime", "Default: dotnet10")]
    [InlineData("TokenLifetimeDays", "Default: 30")]
    [InlineData("RotationDays", "Default: 15")]
    [InlineData("ReserveConcurrency", "Default: \"true\"")]
    public void Defaults_are_those_of_Sonrais_own_integration_or_the_careful_ones(string parameter, string line) =>
        _main.Block("Parameters", parameter).ShouldContain(line);

    [Theory]
    [InlineData("CollectorExternalId")]
    [InlineData("SonraiAPIToken")]
    public void What_is_secret_has_no_default_and_is_not_shown(string parameter)
    {
        var block = _main.Block("Parameters", parameter);

        block.ShouldContain("NoEcho: true");
        block.Keys().ShouldNotContain("Default");
        _main[_main.IndexOf("\nOutputs:", StringComparison.Ordinal)..].ShouldNotContain(parameter);
    }

    // Defect 16 of the published integration.
    [Fact]
    public void Only_Secrets_Manager_for_this_secret_of_this_account_may_call_the_rotation()
    {
        var permission = _main.Block("Resources", "RotateCredentialsPermission", "Properties");

        permission.ShouldContain("Principal: secretsmanager.amazonaws.com");
        permission.ShouldContain("SourceAccount: !Ref \"AWS::AccountId\"");
        permission.ShouldContain("SourceArn: !Ref TokenSecret");
        _main.Block("Resources", "TokenRotation", "DependsOn").ShouldContain("- RotateCredentialsPermission");
    }

    // Defect 2 of a neighbour's integration; defect 3 of the published one.
    [Fact]
    public void What_cannot_be_done_goes_to_a_queue_that_has_an_alarm()
    {
        string.Join('\n', _main.Block("Resources", "EventQueue", "Properties", "RedrivePolicy"))
            .ShouldContain("deadLetterTargetArn: !GetAtt EventDeadLetterQueue.Arn\nmaxReceiveCount: 5");
        string.Join('\n', _main.Block("Resources", "DeadLetterAlarm", "Properties")).ShouldContain("!GetAtt EventDeadLetterQueue.QueueName");
        _main.Block("Resources", "EventQueueMapping", "Properties", "FunctionResponseTypes")[0].ShouldBe("- ReportBatchItemFailures");
    }

    // Defect 2 of the published integration.
    [Theory]
    [InlineData("LifecycleRule", "CreateManagedAccount", "UpdateManagedAccount", "EnableBaseline", "RegisterOrganizationalUnit")]
    [InlineData("OrganizationRule", "CreateAccountResult", "AccountJoinedOrganization", "MoveAccount", "CloseAccountResult")]
    public void Accounts_that_are_enrolled_moved_or_updated_are_heard_of_too(string rule, params string[] names)
    {
        var pattern = _main.Block("Resources", rule, "Properties", "EventPattern", "detail", "eventName");

        names.ShouldBeSubsetOf(pattern.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..]));
    }

    [Fact]
    public void Both_regions_hear_of_the_same_events_of_the_organization()
    {
        var here = _main.Block("Resources", "OrganizationRule", "Properties", "EventPattern");
        var there = IntegrationTemplate.OrganizationEvents.Body.Block("Resources", "OrganizationRule", "Properties", "EventPattern");

        here.ShouldBe(there);
    }

    [Theory]
    [InlineData("EventQueueMapping")]
    [InlineData("ReconcileSchedule")]
    public void Nothing_begins_a_run_before_Setup_is_done_or_after_it_is_undone(string trigger) =>
        _main.Block("Resources", trigger).ShouldContain("DependsOn: Setup");

    // INVARIANT: a setting that the function reads and the stack does not set would be missed on the first call only.
    [Fact]
    public void The_stack_sets_what_the_functions_read()
    {
        string[] rotation =
        [
            FunctionSettings.SecretId, FunctionSettings.Endpoint, FunctionSettings.TokenName, FunctionSettings.TokenLifetimeDays,
            FunctionSettings.RotationDays, FunctionSettings.TimeoutSeconds,
        ];

        Function("RotateCredentialsFunction", "Environment", "Variables").Keys().ShouldBe(rotation, ignoreOrder: true);
        Function("SetupFunction", "Environment", "Variables").Keys().ShouldBe(
            Constants(typeof(FunctionSettings)).Except([FunctionSettings.TokenName]), ignoreOrder: true);
    }

    private static string Of(string file) => file == IntegrationTemplate.Main.File ? _main : IntegrationTemplate.OrganizationEvents.Body;

    private static string[] Function(string name, params string[] path) => _main.Block(["Resources", name, "Properties", .. path]);

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
