namespace SonraiControlTower.Core.Tests.Accounts;

public sealed partial class OrganizationReaderTests
{
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
}
