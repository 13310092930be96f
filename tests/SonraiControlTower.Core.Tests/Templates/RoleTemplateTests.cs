namespace SonraiControlTower.Core.Tests.Templates;

public sealed class RoleTemplateTests
{
    private const int MostBytes = 51_200;

    public static TheoryData<string> Both => ["collector", "bot"];

    [Theory]
    [MemberData(nameof(Both))]
    public void No_partition_is_taken_for_granted(string template) =>
        Of(template).Body.Split('\n').ShouldAllBe(line => !line.Contains("arn:aws", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Both))]
    public void Only_the_collectors_account_is_trusted_and_only_with_the_external_id(string template)
    {
        var trust = Of(template).Body.Block("Resources", template == "bot" ? "BotRole" : "CollectorRole", "Properties", "AssumeRolePolicyDocument");

        string.Join('\n', trust).TrimEnd().ShouldBe("""
            Version: "2012-10-17"
            Statement:
              - Sid: TheCollectorWithItsExternalId
                Effect: Allow
                Principal:
                  AWS: !Sub arn:${AWS::Partition}:iam::${CollectorAccount}:root
                Action: sts:AssumeRole
                Condition:
                  StringEquals:
                    sts:ExternalId: !Ref CollectorExternalId
            """);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_external_id_has_no_default_and_is_not_shown(string template)
    {
        var parameter = Of(template).Body.Block("Parameters", "CollectorExternalId");

        parameter.Keys().ShouldNotContain("Default");
        parameter.ShouldContain("NoEcho: true");
        Of(template).Body.Block("Parameters", "CollectorAccount").Keys().ShouldNotContain("Default");
    }

    [Fact]
    public void Parameters_are_called_as_in_Sonrais_own_integration_and_by_our_constants()
    {
        RoleTemplate.Collector.Body.Block("Parameters").Keys().ShouldBe(
            [
                RoleTemplateParameters.CollectorAccount, RoleTemplateParameters.CollectorExternalId, RoleTemplateParameters.RoleName,
                RoleTemplateParameters.RolePath, RoleTemplateParameters.PermissionsBoundaryArn, RoleTemplateParameters.PolicyChoice,
                RoleTemplateParameters.KmsKeyArns,
            ],
            ignoreOrder: true);
        RoleTemplate.Bot.Body.Block("Parameters").Keys().ShouldBe(
            [
                RoleTemplateParameters.CollectorAccount, RoleTemplateParameters.CollectorExternalId, RoleTemplateParameters.BotRoleName,
                RoleTemplateParameters.RolePath, RoleTemplateParameters.PermissionsBoundaryArn, RoleTemplateParameters.RoleName,
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Defaults_are_the_careful_ones()
    {
        var body = RoleTemplate.Collector.Body;

        body.Block("Parameters", "RoleName").ShouldContain($"Default: {RegistrationPlan.DefaultRoleName}");
        body.Block("Parameters", "PolicyChoice").ShouldContain($"Default: {CollectorPolicy.SecurityAuditViewOnly}");
        body.Block("Parameters", "PolicyChoice", "AllowedValues")[..2].ShouldBe(
            [$"- {CollectorPolicy.SecurityAuditViewOnly}", $"- {CollectorPolicy.ReadOnlyAccess}"]);
        body.Block("Parameters", "KmsKeyArns").ShouldContain("Default: \"\"");
        body.Block("Parameters", "PermissionsBoundaryArn").ShouldContain("Default: \"\"");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void It_tells_the_ARN_of_its_role_and_who_made_it(string template)
    {
        Of(template).Body.Block("Outputs").Keys().ShouldBe([Of(template).RoleArnOutput]);
        Of(template).Body.ShouldContain("- Key: CreatedBy\n          Value: SonraiControlTower");
        Of(template).Body.Block("Parameters").Keys().ShouldContain(Of(template).RoleNameParameter);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void It_goes_into_a_request_and_into_a_service_managed_set(string template)
    {
        Of(template).Body.Length.ShouldBeLessThan(MostBytes);
        Of(template).Body.ShouldNotContain("Transform");
        Of(template).Body.ShouldNotContain("AWS::CloudFormation::Stack");
    }

    [Fact]
    public void The_bot_can_do_nothing_to_the_roles_that_hold_the_house_up()
    {
        var body = RoleTemplate.Bot.Body;
        var denied = body[body.IndexOf("Sid: NeverTheseRoles", StringComparison.Ordinal)..];
        string[] changes = ["AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "DeleteRole", "UpdateAssumeRolePolicy"];

        changes.ShouldAllBe(change => denied.Contains($"- iam:{change}\n", StringComparison.Ordinal));
        string[] roles = ["aws-service-role/*", "AWSControlTower*", "stacksets-exec-*", "${RoleName}"];
        roles.ShouldAllBe(role => denied.Contains($"role/{role}\n", StringComparison.Ordinal));
        denied.ShouldContain("role${RolePath}${BotRoleName}");
        body.ShouldNotContain("iam:*");
    }

    private static RoleTemplate Of(string template) => template == "bot" ? RoleTemplate.Bot : RoleTemplate.Collector;
}
