using SonraiControlTower.TestKit;

namespace SonraiControlTower.Aws.Tests.Organizations;

public sealed class OrganizationsAdapterTests
{
    private static readonly WireEstate _estate = new(110, "/Workloads", "/Workloads/Prod", "/Suspended");

    [Fact]
    public async Task Every_page_is_read_and_every_account_comes_once()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        var accounts = await fixture.Organizations.ListAccountsAsync(default).ToListAsync();

        accounts.Select(account => account.AccountId).Distinct().Count().ShouldBe(110);
        fixture.Wire.Count("ListAccounts").ShouldBe(6);
    }

    [Fact]
    public async Task A_page_is_asked_for_only_when_it_is_wanted()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        await fixture.Organizations.ListAccountsAsync(default).Take(20).ToListAsync();
        fixture.Wire.Count("ListAccounts").ShouldBe(1);

        await fixture.Organizations.ListAccountsAsync(default).Take(21).ToListAsync();
        fixture.Wire.Count("ListAccounts").ShouldBe(3);
    }

    [Fact]
    public async Task An_empty_page_with_a_token_is_not_the_end()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);
        fixture.Wire.Fail("ListAccounts", WireFaults.Answered("""{"Accounts":[],"NextToken":"100"}"""));

        (await fixture.Organizations.ListAccountsAsync(default).CountAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task The_tree_of_units_has_its_paths()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        var units = await new OrganizationReader(fixture.Organizations).ReadUnitsAsync(default).ToListAsync();

        units.Select(unit => unit.Path).ShouldBe(["/", "/Workloads", "/Workloads/Prod", "/Suspended"]);
    }

    [Fact]
    public async Task Accounts_of_a_unit_know_their_parent_but_not_its_path()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        var account = await fixture.Organizations.ListAccountsForParentAsync(WireEstate.UnitId(1), default).FirstAsync();

        account.OrganizationalUnitId.ShouldBe(WireEstate.UnitId(1));
        account.OrganizationalUnitPath.ShouldBeNull();
    }

    [Fact]
    public async Task The_organization_says_who_manages_it()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        var organization = await fixture.Organizations.DescribeOrganizationAsync(default);

        organization.Id.ShouldBe(WireEstate.OrganizationId);
        organization.ManagementAccountId.ShouldBe(WireEstate.ManagementAccountId);
        organization.Partition.ShouldBe("aws");
    }

    [Fact]
    public async Task A_parent_that_does_not_exist_is_a_problem_of_its_own()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        var thrown = await Should.ThrowAsync<SonraiException>(
            async () => await fixture.Organizations.ListAccountsForParentAsync("ou-exam-ffffffff", default).CountAsync());

        thrown.Problem.Id.ShouldBe("AwsNotFound");
        thrown.Problem.Message.ShouldContain("organizations:ListAccountsForParent");
    }

    [Fact]
    public async Task Another_endpoint_is_signed_for_the_settled_region()
    {
        await using var fixture = await WireFixture.StartAsync(_estate);

        await fixture.Organizations.DescribeOrganizationAsync(default);

        fixture.Wire.Requests.ShouldHaveSingleItem().SignedFor.ShouldBe("eu-west-1/organizations");
    }

    [Fact]
    public async Task Keys_are_asked_for_afresh_for_every_request()
    {
        var asked = 0;
        await using var fixture = await WireFixture.StartAsync(_estate, () => new AwsKeys($"AKIA{++asked}", "secret", "token"));

        await fixture.Organizations.ListAccountsAsync(default).Take(41).CountAsync();

        fixture.Wire.Requests.Select(request => request.AccessKey).ShouldBe(["AKIA1", "AKIA2", "AKIA3"]);
    }
}
