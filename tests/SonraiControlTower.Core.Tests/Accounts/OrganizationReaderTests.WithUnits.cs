using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Accounts;

public sealed partial class OrganizationReaderTests
{
    /// <summary>Only certain units are wanted.</summary>
    public sealed class WithUnits
    {
        private readonly OrganizationReaderTests _given = new();

        [Theory]
        [InlineData("Security")]
        [InlineData("security")]
        [InlineData("/Security")]
        [InlineData("ou-root-00000002")]
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
        public async Task A_slash_in_a_name_is_not_taken_for_nesting()
        {
            _given._organizations.AddAccount(_given._organizations.AddUnit(_given._organizations.Root, "Security/Archive"), "Stranger");

            (await _given.ReadAsync(Query("ou-root-00000002") with { Recurse = true })).Select(account => account.Name).ShouldBe(["Audit"]);
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
