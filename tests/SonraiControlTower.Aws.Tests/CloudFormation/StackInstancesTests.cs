using System.Globalization;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.CloudFormation;

public sealed class StackInstancesTests
{
    private const int Instances = 250;
    private const int PageSize = 100;

    [Fact]
    public async Task Every_page_of_instances_is_read_when_it_is_wanted()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListStackInstances", Page);
        var listing = fixture.CloudFormation.StackInstances.ListAsync(CollectorRoll.StackSet, new(), default);

        (await listing.Take(100).CountAsync()).ShouldBe(100);
        fixture.Wire.Requests.Count.ShouldBe(1);

        (await listing.Select(instance => instance.AccountId).Distinct().CountAsync()).ShouldBe(Instances);
        fixture.Wire.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_empty_list_is_an_empty_element()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListStackInstances", _ => "<Summaries/>");

        (await fixture.CloudFormation.StackInstances.ListAsync(CollectorRoll.StackSet, new(), default).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_instance_tells_why_it_is_as_it_is()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListStackInstances", _ => """
            <Summaries><member><StackSetId>SonraiDigAccess:1</StackSetId><Account>222222222222</Account><Region>eu-west-1</Region>
            <Status>OUTDATED</Status><StatusReason>Account 222222222222 should have 'AWSControlTowerExecution' role</StatusReason>
            <StackInstanceStatus><DetailedStatus>FAILED</DetailedStatus></StackInstanceStatus><StackId></StackId>
            <OrganizationalUnitId>ou-exam-12345678</OrganizationalUnitId><LastOperationId>op-1</LastOperationId></member></Summaries>
            """);

        var instance = await fixture.CloudFormation.StackInstances.ListAsync(CollectorRoll.StackSet, new(), default).SingleAsync();

        instance.Status.ShouldBe(StackInstanceStatus.Outdated);
        instance.DetailedStatus.ShouldBe(StackInstanceDetailedStatus.Failed);
        instance.StatusReason.ShouldNotBeNull().ShouldStartWith("Account 222222222222 should have");
        instance.StackId.ShouldBeNull();
        instance.OrganizationalUnitId.ShouldBe("ou-exam-12345678");
        instance.LastOperationId.ShouldBe("op-1");
    }

    [Fact]
    public async Task A_listing_is_narrowed_by_AWS_and_not_here()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("ListStackInstances", _ => "<Summaries/>");

        await fixture.CloudFormation.StackInstances.ListAsync(
            new StackSetRef("SonraiDigAccess", CallAs.DelegatedAdmin),
            new(AccountId.Parse("222222222222"), "eu-west-1", StackInstanceDetailedStatus.Failed, "op-1"),
            default).CountAsync();

        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked["CallAs"].ShouldBe("DELEGATED_ADMIN");
        asked["StackInstanceAccount"].ShouldBe("222222222222");
        asked["StackInstanceRegion"].ShouldBe("eu-west-1");
        asked["Filters.member.1.Name"].ShouldBe("DETAILED_STATUS");
        asked["Filters.member.1.Values"].ShouldBe("FAILED");
        asked["Filters.member.2.Name"].ShouldBe("LAST_OPERATION_ID");
        asked["Filters.member.2.Values"].ShouldBe("op-1");
        asked.SignedFor.ShouldBe("eu-west-1/cloudformation");
    }

    [Fact]
    public async Task Units_with_a_filter_and_preferences_go_out_as_AWS_has_them()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("CreateStackInstances", asked => $"<OperationId>{asked["OperationId"]}</OperationId>");

        await fixture.CloudFormation.StackInstances.CreateAsync(
            CollectorRoll.In("222222222222") with
            {
                Targets = DeploymentTargets.In(["ou-exam-12345678", "r-exam"], AccountFilter.Difference, [AccountId.Parse("012345678901")]),
                Preferences = new()
                {
                    FailureTolerance = Share.Percentage(25),
                    MaxConcurrent = Share.Count(50),
                    ConcurrencyMode = ConcurrencyMode.SoftFailureTolerance,
                    RegionOrder = ["eu-west-1"],
                },
                ParameterOverrides = [new("PolicyChoice", "ReadOnlyAccess"), new("CollectorExternalId", null)],
            },
            default);

        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked.Names.ShouldBe(
            [
                "StackSetName",
                "DeploymentTargets.OrganizationalUnitIds.member.1",
                "DeploymentTargets.OrganizationalUnitIds.member.2",
                "DeploymentTargets.Accounts.member.1",
                "DeploymentTargets.AccountFilterType",
                "Regions.member.1",
                "OperationPreferences.FailureTolerancePercentage",
                "OperationPreferences.MaxConcurrentCount",
                "OperationPreferences.ConcurrencyMode",
                "OperationPreferences.RegionOrder.member.1",
                "OperationId",
                "ParameterOverrides.member.1.ParameterKey",
                "ParameterOverrides.member.1.ParameterValue",
                "ParameterOverrides.member.2.ParameterKey",
                "ParameterOverrides.member.2.UsePreviousValue",
            ],
            ignoreOrder: true);
        asked["DeploymentTargets.Accounts.member.1"].ShouldBe("012345678901");
        asked["DeploymentTargets.AccountFilterType"].ShouldBe("DIFFERENCE");
        asked["OperationPreferences.FailureTolerancePercentage"].ShouldBe("25");
    }

    [Fact]
    public async Task Five_thousand_accounts_go_out_in_one_request()
    {
        await using var fixture = await QueryFixture.StartAsync();
        fixture.Wire.On("DeleteStackInstances", asked => $"<OperationId>{asked["OperationId"]}</OperationId>");
        var accounts = Enumerable.Range(0, 5000).Select(number => $"{200_000_000_000L + number}").ToArray();

        await fixture.CloudFormation.StackInstances.DeleteAsync(CollectorRoll.In(accounts), retainStacks: true, default);

        var asked = fixture.Wire.Requests.ShouldHaveSingleItem();
        asked["Accounts.member.5000"].ShouldBe("200000004999");
        asked["RetainStacks"].ShouldBe("true");
    }

    private static string Page(QueryAsked asked)
    {
        var start = asked["NextToken"] is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        var end = Math.Min(start + PageSize, Instances);
        var members = Enumerable.Range(start, end - start).Select(number =>
            $"<member><Account>{200_000_000_000L + number}</Account><Region>eu-west-1</Region><Status>CURRENT</Status></member>");
        return $"<Summaries>{string.Concat(members)}</Summaries>{(end < Instances ? $"<NextToken>{end}</NextToken>" : "")}";
    }
}
