using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>What CloudFormation asks when the stack is deleted.</summary>
public sealed class CustomResourceDeleteTests
{
    private readonly FakeHost _host = FakeHost.With(accounts: 6);

    // Defect 14 of the published integration.
    [Fact]
    public async Task Instances_go_then_the_stack_set_then_the_registrations_that_were_made_here()
    {
        _host.Registrations.Add(Given.Id(4), registeredBy: null);
        await _host.AskAsync(StackAsks.Create);
        _host.Registrations.Add(AccountId.Parse("888888888888"));

        var answer = await _host.AskAsync(StackAsks.Delete);

        ((string)answer["Status"]!).ShouldBe("SUCCESS");
        ((string)answer["PhysicalResourceId"]!).ShouldBe(StackAsks.Made);
        _host.Fake.CloudFormation.Sets.ShouldBeEmpty();
        _host.Registrations.Registered.Select(account => account.AccountId).ShouldBe([$"{Given.Id(4)}", "888888888888"], "made elsewhere, and of another organization");
    }

    // Defect 6 of a neighbour's integration.
    [Fact]
    public async Task Accounts_that_were_closed_or_left_do_not_keep_the_stack_set()
    {
        await _host.AskAsync(StackAsks.Create);
        var accounts = (await _host.Fake.EverybodyAsync()).Accounts;
        _host.Fake.Organizations.Close(accounts.Single(account => account.AccountId == $"{Given.Id(4)}"));
        _host.Fake.Organizations.Remove(accounts.Single(account => account.AccountId == $"{Given.Id(5)}"));

        ((string)(await _host.AskAsync(StackAsks.Delete))["Status"]!).ShouldBe("SUCCESS");

        _host.Fake.CloudFormation.Sets.ShouldBeEmpty();
        _host.Registrations.Registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stack_that_failed_its_checks_is_deleted_without_asking_anybody_and_takes_nothing_of_others_along()
    {
        await _host.Fake.InstallAsync();
        _host.Tenant.Revoke(FakeHost.FirstToken);
        var failed = await _host.AskAsync(StackAsks.Create);
        _host.Fake.Requests.Clear();

        var answer = await _host.AskAsync(new StackAsks("Delete", (string)failed["PhysicalResourceId"]!));

        ((string)failed["Status"]!).ShouldBe("FAILED");
        ((string)answer["Status"]!).ShouldBe("SUCCESS");
        _host.Fake.Requests.ShouldBeEmpty();
        _host.Fake.CloudFormation.Only.Instances.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_is_gone_or_refused_keeps_no_stack(bool isGone)
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Tenant.Revoke(FakeHost.FirstToken);
        _host.Environment[FunctionSettings.SecretId] = isGone ? "gone" : FakeSecretsManager.Arn;

        ((string)(await _host.AskAsync(StackAsks.Delete))["Status"]!).ShouldBe("SUCCESS");

        _host.Fake.CloudFormation.Sets.ShouldBeEmpty();
        _host.Lines.ShouldContain(line => line.StartsWith("Registrations were not ended", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Dig_that_cannot_be_reached_is_said_so_while_registrations_may_remain()
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Tenant.Outage = () => DigProblems.Unreachable("acme", "no route.");

        var answer = await _host.AskAsync(StackAsks.Delete);
        _host.Tenant.Outage = () => null;
        var again = await _host.AskAsync(StackAsks.Delete);

        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldContain("the registrations with Sonrai Dig");
        ((string)again["Status"]!).ShouldBe("SUCCESS");
        _host.Registrations.Registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nothing_was_ever_made_a_Dig_that_cannot_be_reached_keeps_no_stack()
    {
        _host.Tenant.Outage = () => DigProblems.Unreachable("acme", "no route.");

        ((string)(await _host.AskAsync(StackAsks.Delete))["Status"]!).ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task What_stays_is_named()
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Fake.CloudFormation.FailureOf = id => id == Given.Id(5) ? "access denied" : null;

        var answer = await _host.AskAsync(StackAsks.Delete);

        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldContain($"{Given.Id(5)} (access denied)");
    }

    [Fact]
    public async Task A_registration_that_Dig_does_not_end_is_named()
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Registrations.RefusalOf = account => account.AccountId == $"{Given.Id(5)}" ? RegistrationProblems.UnregistrationRefused(Given.Id(5), "busy") : null;

        var answer = await _host.AskAsync(StackAsks.Delete);

        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldContain($"{Given.Id(5)}");
    }

    [Fact]
    public async Task A_removal_that_takes_longer_than_the_function_has_is_said_so_in_time()
    {
        await _host.AskAsync(StackAsks.Create);
        var begun = _host.Fake.Clock.Waited;
        _host.Fake.CloudFormation.Course = [.. Enumerable.Repeat(StackSetOperationStatus.Running, 500)];

        var answer = await _host.AskAsync(StackAsks.Delete);

        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldContain("the time was over");
        (_host.Fake.Clock.Waited - begun).ShouldBeLessThan(TimeSpan.FromSeconds(900));
    }

    [Fact]
    public async Task A_stack_set_that_somebody_else_made_stays()
    {
        await _host.AskAsync(StackAsks.Create);
        var others = FakeHost.With(accounts: 6);
        others.Fake.CloudFormation.Add(Given.Plan.Define() with { Tags = null }, Given.Id(3), Given.Id(4));

        ((string)(await others.AskAsync(StackAsks.Delete))["Status"]!).ShouldBe("SUCCESS");

        others.Fake.CloudFormation.Only.Instances.Count.ShouldBe(2);
        others.Lines.ShouldContain(line => line.Contains("was not made by this module", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleted_twice_is_deleted()
    {
        await _host.AskAsync(StackAsks.Create);
        await _host.AskAsync(StackAsks.Delete);

        ((string)(await _host.AskAsync(StackAsks.Delete))["Status"]!).ShouldBe("SUCCESS");
    }
}
