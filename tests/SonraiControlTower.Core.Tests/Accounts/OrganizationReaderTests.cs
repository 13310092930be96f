using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Accounts;

public sealed partial class OrganizationReaderTests
{
    private readonly FakeOrganizations _organizations = new(pageSize: 2);
    private readonly OrganizationalUnit _workloads;
    private readonly OrganizationalUnit _prod;
    private readonly OrganizationalUnit _security;
    private readonly OrgAccount _management;
    private readonly OrgAccount _booking;
    private readonly OrgAccount _closed;
    private readonly OrgAccount _audit;

    public OrganizationReaderTests()
    {
        _workloads = _organizations.AddUnit(_organizations.Root, "Workloads");
        _prod = _organizations.AddUnit(_workloads, "Prod");
        _security = _organizations.AddUnit(_organizations.Root, "Security");
        _management = _organizations.AddAccount(_organizations.Root, "Management");
        _booking = _organizations.AddAccount(_prod, "Booking");
        _closed = _organizations.AddAccount(_prod, "Closed", "SUSPENDED");
        _audit = _organizations.AddAccount(_security, "Audit");
    }

    [Fact]
    public async Task Every_account_comes_once_with_its_place()
    {
        var accounts = await ReadAsync(new AccountQuery());

        accounts.Select(account => (account.Name, account.OrganizationalUnitPath, account.OrganizationalUnitId)).ShouldBe(
        [
            ("Management", "/", "r-root"),
            ("Booking", "/Workloads/Prod", _prod.Id),
            ("Closed", "/Workloads/Prod", _prod.Id),
            ("Audit", "/Security", _security.Id),
        ]);
    }

    [Fact]
    public async Task The_first_account_comes_before_the_second_page_is_asked_for()
    {
        _organizations.AddAccount(_organizations.Root);
        _organizations.AddAccount(_organizations.Root);

        var first = await Reader().ReadAsync(new AccountQuery(), default).FirstAsync();

        first.AccountId.ShouldBe(_management.AccountId);
        _organizations.Requests.ShouldBe(["ListRoots", "ListAccountsForParent r-root"]);
    }

    [Fact]
    public async Task Each_unit_is_asked_once_and_no_account_for_itself()
    {
        await ReadAsync(new AccountQuery());

        _organizations.Requests.ShouldBe(
        [
            "ListRoots",
            "ListAccountsForParent r-root",
            "ListOrganizationalUnitsForParent r-root",
            $"ListAccountsForParent {_workloads.Id}",
            $"ListOrganizationalUnitsForParent {_workloads.Id}",
            $"ListAccountsForParent {_prod.Id}",
            $"ListOrganizationalUnitsForParent {_prod.Id}",
            $"ListAccountsForParent {_security.Id}",
            $"ListOrganizationalUnitsForParent {_security.Id}",
            "ListAccounts",
            "ListAccounts page 2",
        ]);
    }

    [Fact]
    public async Task An_account_that_slips_past_the_walk_is_found_by_the_list_of_all()
    {
        _organizations.Answered = request =>
        {
            if (request == 3)
            {
                _organizations.Move(_audit, _organizations.Root);
            }
        };

        var accounts = await ReadAsync(new AccountQuery());

        accounts[^1].ShouldBe(_audit);
        accounts[^1].OrganizationalUnitPath.ShouldBeNull();
        accounts.Select(account => account.AccountId).ShouldBe(_organizations.AccountIds, ignoreOrder: true);
    }

    [Fact]
    public async Task An_account_that_is_met_twice_is_given_once()
    {
        _organizations.Answered = request =>
        {
            if (request == 6)
            {
                _organizations.Move(_management, _security);
            }
        };

        var accounts = await ReadAsync(new AccountQuery());

        accounts.Where(account => account.AccountId == _management.AccountId).ShouldHaveSingleItem().OrganizationalUnitPath.ShouldBe("/");
    }

    [Fact]
    public async Task States_are_compared_without_regard_to_case()
    {
        var accounts = await ReadAsync(new AccountQuery { Statuses = ["suspended"] });

        accounts.ShouldHaveSingleItem().Name.ShouldBe("Closed");
    }

    [Fact]
    public async Task Every_filter_must_hold()
    {
        var query = new AccountQuery { Statuses = ["ACTIVE"], NameMatches = name => name is "Closed" or "Audit" };

        (await ReadAsync(query)).ShouldHaveSingleItem().Name.ShouldBe("Audit");
    }

    private OrganizationReader Reader() => new(_organizations);

    private Task<List<OrgAccount>> ReadAsync(AccountQuery query) => Reader().ReadAsync(query, default).ReadAllAsync();
}
