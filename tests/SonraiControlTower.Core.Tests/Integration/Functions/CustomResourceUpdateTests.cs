using SonraiControlTower.Core.Tests.Ports;
using SonraiControlTower.Core.Tests.RollOut;

namespace SonraiControlTower.Core.Tests.Integration.Functions;

/// <summary>What CloudFormation asks when the stack is updated.</summary>
public sealed class CustomResourceUpdateTests
{
    private readonly FakeHost _host = FakeHost.With(accounts: 6);

    [Fact]
    public async Task An_update_that_changes_nothing_of_the_role_leaves_the_accounts_alone()
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Fake.Organizations.AddAccount(_host.Fake.Organizations.Root);

        var answer = await _host.AskAsync(StackAsks.Update("PackageKey", "one.zip", "two.zip"));

        ((string)answer["Status"]!).ShouldBe("SUCCESS");
        ((string)answer["PhysicalResourceId"]!).ShouldBe(StackAsks.Made);
        ((string)answer["Data"]!["Synced"]!).ShouldBe("7");
        _host.Fake.Count("UpdateStackSet").ShouldBe(0);
    }

    // Defect 8 of a neighbour's integration: there each run makes another external id.
    [Fact]
    public async Task Another_external_id_gets_into_every_account_that_has_the_role()
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Environment[FunctionSettings.ExternalId] = "another-external-id";
        _host.Fake.Roles[(FakeAws.Management, RegistrationPlan.DefaultRoleName)] = new FakeRole(Given.Collector, "another-external-id", _host.Clock.GetUtcNow());

        var answer = await _host.AskAsync(StackAsks.Update("CollectorExternalId", Given.ExternalIdText, "another-external-id"));

        ((string)answer["Status"]!).ShouldBe("SUCCESS");
        _host.Fake.Roles.Where(role => role.Key.Name == RegistrationPlan.DefaultRoleName).ShouldAllBe(role => role.Value.ExternalId == "another-external-id");
        answer.ToJsonString().ShouldNotContain("another-external-id");
    }

    [Theory]
    [InlineData("PolicyChoice", FunctionSettings.PolicyChoice, CollectorPolicy.ReadOnlyAccess, CollectorPolicy.SecurityAuditViewOnly)]
    [InlineData("PermissionsBoundaryArn", FunctionSettings.PermissionsBoundary, "arn:aws:iam::aws:policy/PowerUserAccess", "")]
    public async Task Another_policy_or_boundary_gets_into_the_stack_set_and_back(string property, string setting, string now, string before)
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Environment[setting] = now;
        await _host.AskAsync(StackAsks.Update(property, before, now));
        _host.Fake.CloudFormation.Only.Values[property].ShouldBe(now);

        // A roll-back asks in the same form.
        _host.Environment[setting] = before;
        ((string)(await _host.AskAsync(StackAsks.Update(property, now, before)))["Status"]!).ShouldBe("SUCCESS");

        _host.Fake.CloudFormation.Only.Values[property].ShouldBe(before);
    }

    [Fact]
    public async Task A_newer_template_of_the_role_gets_into_the_accounts()
    {
        await _host.AskAsync(StackAsks.Create);
        var set = _host.Fake.CloudFormation.Only;
        set.Change(new StackSetUpdate
        {
            Definition = new StackSetDefinition
            {
                StackSet = new StackSetRef(RollOutPlan.DefaultStackSetName),
                TemplateBody = "an older one",
                Parameters = [.. set.Values.Select(one => new TemplateParameter(one.Key, one.Value))],
                Capabilities = [],
                PermissionModel = PermissionModel.SelfManaged,
            },
            OperationId = OperationId.New(),
            Preferences = new StackSetOperationPreferences(),
        });

        await _host.AskAsync(StackAsks.Update("PackageKey", "one.zip", "two.zip"));

        _host.Fake.CloudFormation.Only.Set.TemplateBody.ShouldBe(RoleTemplate.Collector.Body);
    }

    [Theory]
    [InlineData(FunctionSettings.RoleName, "RoleName", "another-role", "sonrai-collector-role")]
    [InlineData(FunctionSettings.StackSetName, "StackSetName", "AnotherSet", "SonraiDigAccess")]
    [InlineData(FunctionSettings.CollectorAccount, "CollectorAccount", "000000000003", "000000000002")]
    [InlineData(FunctionSettings.PermissionModel, "PermissionModel", "SERVICE_MANAGED", "SELF_MANAGED")]
    public async Task What_cannot_be_changed_in_place_is_refused_and_the_way_back_is_not(string setting, string property, string now, string before)
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Environment[setting] = now;
        var refused = await _host.AskAsync(StackAsks.Update(property, before, now));
        _host.Environment[setting] = before;
        var back = await _host.AskAsync(StackAsks.Update(property, now, before));

        ((string)refused["Status"]!).ShouldBe("FAILED");
        ((string)refused["Reason"]!).ShouldContain("cannot be changed");
        ((string)back["Status"]!).ShouldBe("SUCCESS");
        _host.Fake.CloudFormation.Sets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stack_set_that_the_function_may_not_see_any_more_counts_as_there()
    {
        await _host.AskAsync(StackAsks.Create);
        _host.Environment[FunctionSettings.StackSetName] = "AnotherSet";
        _host.Fake.Requests.Clear();
        _host.Fake.Moment = _ =>
        {
            if (_host.Fake.Count("DescribeStackSet") == 2)
            {
                throw new SonraiException(AwsProblems.NotAllowed("DescribeStackSet", "its name is another"));
            }
        };

        var answer = await _host.AskAsync(StackAsks.Update("StackSetName", "SonraiDigAccess", "AnotherSet"));

        ((string)answer["Reason"]!).ShouldStartWith("The stack set's name is 'SonraiDigAccess', and cannot be changed");
    }

    [Fact]
    public async Task A_change_that_fails_in_the_first_accounts_stops_before_the_others()
    {
        var host = FakeHost.With(accounts: 150);
        await host.AskAsync(StackAsks.Create);
        host.Environment[FunctionSettings.PolicyChoice] = CollectorPolicy.ReadOnlyAccess;
        host.Fake.CloudFormation.FailureOf = _ => "the policy is denied";
        host.Fake.CloudFormation.EndOf = failed => failed > 0 ? StackSetOperationStatus.Failed : StackSetOperationStatus.Succeeded;

        var answer = await host.AskAsync(StackAsks.Update("PolicyChoice", CollectorPolicy.SecurityAuditViewOnly, CollectorPolicy.ReadOnlyAccess));

        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldContain("the policy is denied");
        host.Fake.Count("UpdateStackSet").ShouldBe(1);
    }

    [Fact]
    public async Task An_update_of_a_stack_that_never_came_to_a_stack_set_makes_it()
    {
        ((string)(await _host.AskAsync(StackAsks.Update("PolicyChoice", "a", "b")))["Status"]!).ShouldBe("SUCCESS");

        _host.Fake.CloudFormation.Only.Instances.Count.ShouldBe(5);
    }
}
