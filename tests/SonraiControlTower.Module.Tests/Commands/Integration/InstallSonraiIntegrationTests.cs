using SonraiControlTower.Module.Tests.Hosting;
using static SonraiControlTower.Module.Tests.Commands.Integration.IntegrationRunspace;

namespace SonraiControlTower.Module.Tests.Commands.Integration;

public sealed class InstallSonraiIntegrationTests : IDisposable
{
    private readonly ModuleRunspace _sandbox = Open();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void WhatIf_shows_values_and_resources_and_leaves_nothing()
    {
        var run = _sandbox.Run($"{Install} -WhatIf");

        run.Errors.ShouldBeEmpty();
        var values = run.OfType("IntegrationValue").ToDictionary(value => (string)value.Properties["Name"].Value, value => $"{value}");
        values["OrgId"].ShouldBe("OrgId = o-exampleorgid (Found)");
        values["CollectorAccount"].ShouldBe("CollectorAccount = 222233334444 (Found)");
        values["CollectorExternalId"].ShouldBe("CollectorExternalId = **** (Given)");
        values["SonraiAPIToken"].ShouldBe("SonraiAPIToken = **** (Given)");
        var changes = run.OfType("IntegrationChange").Select(change => $"{change}").ToList();
        changes.ShouldAllBe(change => change.StartsWith("Add "));
        changes.ShouldContain("Add TokenSecret");
        changes.ShouldContain("Add Setup");
        _sandbox.Run("Get-SonraiIntegration").OnlyError("IntegrationNotInstalled");
        _sandbox.Run("Get-SonraiToken 'Control Tower*'").Output.ShouldBeEmpty();
    }

    [Fact]
    public void It_brings_every_account_that_can_be_reached_to_Dig()
    {
        var active = _sandbox.Run("Get-OrgAccount -Status ACTIVE").Strings("AccountId").ToList();

        var run = _sandbox.Run(Install);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["CREATE_COMPLETE"]);
        run.Strings("Region").ShouldBe(["eu-west-1"]);
        _sandbox.Run("Get-SonraiAccount").Strings("AccountId").Order().ShouldBe(active.Where(id => id != Unenrolled).Order());
    }

    [Fact]
    public void What_is_said_goes_before_what_is_found()
    {
        var run = _sandbox.Run($"{Install} -RoleName sonrai-reader -StackSetName SonraiReaders -RotationDays 5 -TokenLifetimeDays 12 -PolicyChoice ReadOnlyAccess");

        run.Errors.ShouldBeEmpty();
        run.Strings("RoleName").ShouldBe(["sonrai-reader"]);
        run.Strings("StackSetName").ShouldBe(["SonraiReaders"]);
        run.Only<int>("RotationDays").ShouldBe(5);
        run.Only<int>("TokenLifetimeDays").ShouldBe(12);
        _sandbox.Run("Get-SonraiCollectorRole -StackSetName SonraiReaders -AccountId 333344445555").Strings("PolicyChoice").ShouldBe(["ReadOnlyAccess"]);
    }

    [Fact]
    public void Neither_messages_nor_objects_show_the_external_id()
    {
        var run = _sandbox.Run(Install);

        run.Texts.Concat(run.Traces).ShouldNotBeEmpty();
        run.Texts.Concat(run.Traces).ShouldAllBe(text => !text.Contains(ExternalId));
        run.Output.SelectMany(item => item.Properties).Select(property => $"{property.Value}").ShouldAllBe(text => !text.Contains(ExternalId));
    }

    [Fact]
    public void Run_again_it_changes_nothing()
    {
        var first = _sandbox.Run(Install);

        var again = _sandbox.Run(Install);

        again.Errors.ShouldBeEmpty();
        again.Strings("StackId").ShouldBe(first.Strings("StackId"));
        again.Strings("SecretArn").ShouldBe(first.Strings("SecretArn"));
        _sandbox.Look("API token").Status.ShouldBe("Pass");
    }

    [Fact]
    public void A_stack_that_could_not_be_made_says_why_and_the_next_run_makes_it()
    {
        var failed = _sandbox.Run($"{Install} -OrganizationId o-someotherone").OnlyError("IntegrationFailed");
        failed.ToString().ShouldContain("'Setup'");
        failed.ToString().ShouldContain("o-someotherone");

        var mended = _sandbox.Run(Install);

        mended.Errors.ShouldBeEmpty();
        mended.Strings("Status").ShouldBe(["CREATE_COMPLETE"]);
    }

    [Theory]
    [InlineData("Install-SonraiIntegration", "IntegrationValueMissing")]
    [InlineData("Install-SonraiIntegration -WhatIf", "IntegrationValueMissing")]
    [InlineData($"{Install} -TokenLifetimeDays 15 -RotationDays 15", "TokenOutlivedByInterval")]
    [InlineData("Install-SonraiIntegration -ExternalId 'not one!'", "MalformedExternalId")]
    public void What_cannot_work_is_refused_before_anything_is_made(string script, string id)
    {
        _sandbox.Run(script).OnlyError(id);

        _sandbox.Run("Get-SonraiIntegration").OnlyError("IntegrationNotInstalled");
    }

    [Theory]
    [InlineData("-OrganizationId 12")]
    [InlineData("-RotationDays 0")]
    [InlineData("-ReconcileRate hourly")]
    [InlineData("-AuditAccount 12")]
    public void Values_that_AWS_would_not_take_are_not_taken(string parameter)
    {
        _sandbox.Run($"{Install} {parameter}").ErrorIds.ShouldBe(["ParameterArgumentValidationError"]);
    }

    [Fact]
    public void Without_a_tenant_there_is_nothing_that_functions_could_reach()
    {
        _sandbox.Run("""
            Connect-Sonrai -Local -Region eu-west-1 -Credential ([pscustomobject]@{ AccessKeyId = 'AKIAEXAMPLE'; SecretAccessKey = 'secret' })
            """).Errors.ShouldBeEmpty();

        _sandbox.Run(Install).OnlyError("IntegrationNeedsTenant");
    }
}
