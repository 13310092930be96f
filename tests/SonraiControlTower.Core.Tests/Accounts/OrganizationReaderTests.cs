using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Accounts;

public sealed class OrganizationReaderTests
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

    /// <summary>Reading certain ids ends with the last of them.</summary>
    public sealed class WithIds
    {
        private readonly OrganizationReaderTests _given = new();

        [Fact]
        public async Task Reading_stops_once_every_asked_for_account_was_given()
        {
            var accounts = await _given.ReadAsync(Asking(_given._management, _given._booking));

            accounts.Select(account => account.Name).ShouldBe(["Management", "Booking"]);
            _given._organizations.Requests[^1].ShouldBe($"ListAccountsForParent {_given._prod.Id}");
        }

        [Fact]
        public async Task An_asked_for_account_that_another_filter_turns_away_is_not_waited_for()
        {
            var accounts = await _given.ReadAsync(Asking(_given._management) with { Statuses = ["SUSPENDED"] });

            accounts.ShouldBeEmpty();
            _given._organizations.Requests.ShouldBe(["ListRoots", "ListAccountsForParent r-root"]);
        }

        [Fact]
        public async Task An_account_that_does_not_exist_is_looked_for_everywhere()
        {
            var query = new AccountQuery { Ids = new HashSet<AccountId> { AccountId.Parse("999999999999") } };

            (await _given.ReadAsync(query)).ShouldBeEmpty();
            _given._organizations.Requests[^1].ShouldBe("ListAccounts page 2");
        }

        [Fact]
        public async Task The_list_of_all_is_left_as_soon_as_the_missing_one_is_found()
        {
            var organizations = _given._organizations;
            organizations.Answered = request =>
            {
                if (request == 3)
                {
                    organizations.Move(_given._booking, organizations.Root);
                }
            };

            (await _given.ReadAsync(Asking(_given._booking))).ShouldHaveSingleItem().Name.ShouldBe("Booking");
            organizations.Requests[^1].ShouldBe("ListAccounts");
        }

        private static AccountQuery Asking(params OrgAccount[] accounts) =>
            new() { Ids = accounts.Select(account => AccountId.Parse(account.AccountId)).ToHashSet() };
    }

    /// <summary>Only certain units are wanted.</summary>
    public sealed class WithUnits
    {
        private readonly OrganizationReaderTests _given = new();

        [Theory]
        [InlineData("Security")]
        [InlineData("security")]
        [InlineData("/Security")]
        [InlineData("ou-2")]
        public async Task A_unit_is_meant_by_name_path_or_id(string unit) =>
            (await NamesAsync(unit)).ShouldBe(["Audit"]);

        [Fact]
        public async Task Units_below_are_left_out_unless_asked_for()
        {
            (await NamesAsync("Workloads")).ShouldBeEmpty();
            (await _given.ReadAsync(Query("Workloads") with { Recurse = true })).Select(account => account.Name).ShouldBe(["Booking", "Closed"]);
        }

        [Fact]
        public async Task The_root_with_all_below_it_is_everything() =>
            (await _given.ReadAsync(Query("/") with { Recurse = true })).Count.ShouldBe(4);

        [Fact]
        public async Task A_unit_named_twice_and_a_unit_below_a_named_one_come_once()
        {
            var accounts = await _given.ReadAsync(Query("Workloads", "/Workloads", "Prod") with { Recurse = true });

            accounts.Select(account => account.Name).ShouldBe(["Booking", "Closed"]);
        }

        [Fact]
        public async Task A_unit_whose_name_only_begins_alike_is_not_below()
        {
            _given._organizations.AddAccount(_given._organizations.AddUnit(_given._organizations.Root, "Security2"), "Stranger");

            (await _given.ReadAsync(Query("/Security") with { Recurse = true })).Select(account => account.Name).ShouldBe(["Audit"]);
        }

        [Fact]
        public async Task The_list_of_all_is_not_asked_for()
        {
            await NamesAsync("Security");

            _given._organizations.Requests.ShouldNotContain(request => request.StartsWith("ListAccounts ", StringComparison.Ordinal) || request == "ListAccounts");
        }

        [Fact]
        public async Task A_name_that_two_units_have_is_refused_with_their_paths_and_ids()
        {
            var other = _given._organizations.AddUnit(_given._security, "Prod");

            var problem = await NamesAsync("Prod").RefusalAsync();

            problem.Id.ShouldBe("OrganizationalUnitAmbiguous");
            problem.Remedy.ShouldContain($"/Workloads/Prod ({_given._prod.Id}), /Security/Prod ({other.Id})");
        }

        [Fact]
        public async Task An_unknown_unit_is_refused_with_those_there_are()
        {
            var problem = await NamesAsync("Finance").RefusalAsync();

            problem.Id.ShouldBe("OrganizationalUnitNotFound");
            problem.Message.ShouldContain("'Finance'");
            problem.Remedy.ShouldBe("Give one of these: /, /Workloads, /Workloads/Prod, /Security.");
        }

        private static AccountQuery Query(params string[] units) => new() { OrganizationalUnits = units };

        private async Task<List<string>> NamesAsync(string unit) =>
            [.. (await _given.ReadAsync(Query(unit))).Select(account => account.Name)];
    }
}
