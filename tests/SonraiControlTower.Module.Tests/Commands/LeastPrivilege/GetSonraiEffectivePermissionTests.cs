using SonraiControlTower.Module.Tests.Commands.Activity;
using SonraiControlTower.Module.Tests.Hosting;

namespace SonraiControlTower.Module.Tests.Commands.LeastPrivilege;

public sealed class GetSonraiEffectivePermissionTests : IDisposable
{
    private const string Session =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}""";

    private readonly EstateFiles _files = new();
    private readonly ModuleRunspace _local;

    public GetSonraiEffectivePermissionTests() => _local = EstateFiles.Connect(_files);

    public void Dispose()
    {
        _local.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void A_request_is_answered_with_the_statement_that_decides()
    {
        var run = _local.Run("Get-SonraiEffectivePermission worker s3:GetObject arn:aws:s3:::larkmoor/a");

        run.Errors.ShouldBeEmpty();
        run.Strings("Decision").ShouldBe(["Allowed"]);
        run.Strings("DecidingLayer").ShouldBe(["IdentityPolicy"]);
        run.Strings("DecidingStatement").ShouldBe(["Work"]);
        run.Values("IsAllowed").ShouldBe([true]);
        ((IReadOnlyList<string>)run.Values("Reasons").Single()!).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_organizations_policies_go_first()
    {
        var run = _local.Run("Get-SonraiEffectivePermission worker iam:CreateUser arn:aws:iam::222233334444:user/new");

        run.Strings("Decision").ShouldBe(["ExplicitlyDenied"]);
        run.Strings("DecidingLayer").ShouldBe(["ServiceControlPolicy"]);
        run.Strings("DecidingStatement").ShouldBe(["NoUsers"]);
    }

    [Fact]
    public void Everything_is_what_is_not_denied_unless_that_is_asked_for()
    {
        _local.Run("Get-SonraiEffectivePermission worker").Strings("Action").ShouldBe(["ec2:DescribeInstances", "s3:GetObject", "s3:PutObject"]);
        _local.Run("Get-SonraiEffectivePermission worker -Action iam:Create* -IncludeDenied").Strings("Action").ShouldContain("iam:CreateUser");
        _local.Run("Get-SonraiEffectivePermission -Sensitive").Values("Sensitivity").ShouldAllBe(classes => ((IReadOnlyList<string>)classes!).Count > 0);
    }

    [Theory]
    [InlineData("@{ 'aws:SourceIp' = '203.0.113.7'; 'aws:MultiFactorAuthPresent' = $true }", "Allowed")]
    [InlineData("@{ 'AWS:sourceip' = '203.0.113.7'; 'aws:MultiFactorAuthPresent' = 'true' }", "Allowed")]
    [InlineData("@{ 'aws:SourceIp' = '198.51.100.7'; 'aws:MultiFactorAuthPresent' = $true }", "ImplicitlyDenied")]
    [InlineData("@{ 'aws:MultiFactorAuthPresent' = $true }", "Conditional")]
    public void The_request_brings_its_condition_keys_along(string context, string decision) =>
        _local.Run($"Get-SonraiEffectivePermission worker s3:GetObject arn:aws:s3:::larkmoor/a -SessionPolicy $session -Context {context}", ("session", Session))
            .Strings("Decision").ShouldBe([decision]);

    [Fact]
    public void A_principal_that_is_not_known_is_an_error_about_it_and_the_others_are_answered()
    {
        var run = _local.Run("'nobody', 'worker' | Get-SonraiEffectivePermission -Action s3:GetObject");

        run.OnlyError("PrincipalNotFound").TargetObject.ShouldBe("nobody");
        run.Strings("PrincipalArn").ShouldBe([EstateFiles.Worker]);
    }

    [Fact]
    public void What_is_no_policy_is_refused() =>
        _local.Run("Get-SonraiEffectivePermission worker s3:GetObject arn:aws:s3:::a/b -ResourcePolicy '{ no'").OnlyError("PolicyMalformed");
}
