using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Organizations;

public sealed class OrganizationPoliciesTests
{
    private static readonly WireEstate _estate = new(3, "/Workloads");

    [Fact]
    public async Task Policies_are_listed_page_by_page_by_their_type()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire
            .Fail("ListPolicies", WireFaults.Answered(
                """{"Policies":[{"Id":"p-FullAWSAccess","Arn":"arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess","Name":"FullAWSAccess","Description":"Allows access to every operation","Type":"SERVICE_CONTROL_POLICY","AwsManaged":true}],"NextToken":"more"}"""))
            .Fail("ListPolicies", WireFaults.Answered(
                """{"Policies":[{"Id":"p-guard001","Name":"guard","Type":"SERVICE_CONTROL_POLICY","AwsManaged":false}]}"""));

        var policies = await fixture.Organizations.ListPoliciesAsync(OrganizationPolicyType.ServiceControl, default).ToListAsync();

        policies.ShouldBe(
        [
            new OrganizationPolicySummary("p-FullAWSAccess", "FullAWSAccess", "SERVICE_CONTROL_POLICY", IsAwsManaged: true),
            new OrganizationPolicySummary("p-guard001", "guard", "SERVICE_CONTROL_POLICY", IsAwsManaged: false),
        ]);
        fixture.Wire.Requests.Count(request => request.Operation == "ListPolicies").ShouldBe(2);
    }

    [Fact]
    public async Task A_policy_says_what_it_says_byte_for_byte()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("DescribePolicy", WireFaults.Answered(
            """{"Policy":{"PolicySummary":{"Id":"p-guard001","Name":"guard","Type":"SERVICE_CONTROL_POLICY","AwsManaged":false},"Content":"{\n  \"Statement\": [ ]\n}"}}"""));

        (await fixture.Organizations.DescribePolicyAsync("p-guard001", default))!.Json.ShouldBe("{\n  \"Statement\": [ ]\n}");
    }

    [Fact]
    public async Task A_policy_that_is_not_there_is_none_and_has_no_targets_to_list()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire
            .Fail("DescribePolicy", WireFaults.Refused("PolicyNotFoundException", "We can't find a policy with the PolicyId that you specified."))
            .Fail("ListTargetsForPolicy", WireFaults.Refused("PolicyNotFoundException", "We can't find a policy with the PolicyId that you specified."));

        (await fixture.Organizations.DescribePolicyAsync("p-none0001", default)).ShouldBeNull();
        var thrown = await Should.ThrowAsync<SonraiException>(async () => await fixture.Organizations.ListTargetsForPolicyAsync("p-none0001", default).ToListAsync());
        thrown.Problem.Id.ShouldBe("AwsNotFound");
    }

    [Fact]
    public async Task What_is_refused_for_another_reason_is_no_missing_policy()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("DescribePolicy", WireFaults.Refused("AccessDeniedException", "You don't have permissions to access this resource."));

        var thrown = await Should.ThrowAsync<SonraiException>(() => fixture.Organizations.DescribePolicyAsync("p-guard001", default));

        thrown.Problem.Id.ShouldBe("AwsAccessDenied");
    }

    [Fact]
    public async Task Targets_are_roots_units_and_accounts_by_their_ids()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire
            .Fail("ListTargetsForPolicy", WireFaults.Answered("""{"Targets":[{"TargetId":"r-root","Arn":"arn","Name":"Root","Type":"ROOT"}],"NextToken":"more"}"""))
            .Fail("ListTargetsForPolicy", WireFaults.Answered("""{"Targets":[]  ,"NextToken":"yet more"}"""))
            .Fail("ListTargetsForPolicy", WireFaults.Answered("""{"Targets":[{"TargetId":"111122223333","Arn":"arn","Name":"One","Type":"ACCOUNT"}]}"""));

        (await fixture.Organizations.ListTargetsForPolicyAsync("p-guard001", default).ToListAsync()).ShouldBe(["r-root", "111122223333"]);
    }
}
