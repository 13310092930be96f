namespace SonraiControlTower.Engine.Tests.Catalog;

public sealed class ActionSensitivitiesTests
{
    private static readonly ActionCatalog _catalog = ActionCatalog.Embedded;

    [Theory]
    [InlineData("iam:PassRole", "PrivilegeEscalation")]
    [InlineData("iam:AttachRolePolicy", "PrivilegeEscalation, PermissionsManagement")]
    [InlineData("iam:CreateAccessKey", "PrivilegeEscalation, CredentialExposure")]
    [InlineData("sts:AssumeRole", "PrivilegeEscalation, CredentialExposure")]
    [InlineData("lambda:UpdateFunctionCode", "PrivilegeEscalation")]
    [InlineData("ssm:SendCommand", "PrivilegeEscalation")]
    [InlineData("s3:GetObject", "DataAccess")]
    [InlineData("dynamodb:Scan", "DataAccess")]
    [InlineData("secretsmanager:GetSecretValue", "CredentialExposure, DataAccess")]
    [InlineData("ecr:GetAuthorizationToken", "CredentialExposure")]
    [InlineData("s3:PutBucketPolicy", "ResourceExposure, PermissionsManagement")]
    [InlineData("lambda:AddPermission", "ResourceExposure, PermissionsManagement")]
    [InlineData("ec2:AuthorizeSecurityGroupIngress", "ResourceExposure")]
    [InlineData("ram:CreateResourceShare", "ResourceExposure")]
    [InlineData("kms:CreateGrant", "PrivilegeEscalation, ResourceExposure, PermissionsManagement")]
    [InlineData("ec2:DescribeInstances", "None")]
    [InlineData("s3:GetBucketPublicAccessBlock", "None")]
    [InlineData("iam:GetAccountPasswordPolicy", "None")]
    [InlineData("secretsmanager:GetRandomPassword", "None")]
    [InlineData("lambda:InvokeFunction", "None")]
    public void An_action_is_sensitive_so(string action, string classes)
    {
        _catalog[_catalog.Find(action)].Sensitivity.ShouldBe(Enum.Parse<Sensitivities>(classes));
    }

    [Fact]
    public void Every_pattern_of_every_rule_covers_something()
    {
        var idle = SensitivityRules.Embedded.Classes.SelectMany(of => of.Rules.Values).SelectMany(patterns => patterns)
            .Where(pattern => _catalog.Matching(pattern.TrimStart(SensitivityRules.Except)).IsEmpty);

        idle.ShouldBeEmpty();
    }

    [Fact]
    public void Every_action_that_IAM_calls_management_of_permissions_is_of_that_class_and_no_other_is()
    {
        for (var action = 0; action < _catalog.Count; action++)
        {
            _catalog[action].Sensitivity.HasFlag(Sensitivities.PermissionsManagement)
                .ShouldBe(_catalog[action].Levels.HasFlag(AccessLevels.PermissionsManagement), _catalog[action].Name);
        }
    }

    [Fact]
    public void Every_rule_says_what_it_is_in_a_sentence()
    {
        SensitivityRules.Embedded.Classes.SelectMany(of => of.Rules.Keys).ShouldAllBe(rule => rule.Length > 10 && char.IsUpper(rule[0]));
    }
}
