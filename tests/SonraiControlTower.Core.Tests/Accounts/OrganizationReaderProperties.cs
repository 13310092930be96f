using CsCheck;
using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Accounts;

/// <summary>What holds for any tree, and whatever moves while it is read.</summary>
public sealed class OrganizationReaderProperties
{
    // Parents of units (each among those before it), homes of accounts, and moves: after which request, which account, where to.
    private static readonly Gen<(int[] Parents, int[] Homes, (int After, int Account, int Unit)[] Moves, int PageSize)> _organizations =
        Gen.Select(
            Gen.Int[0, 99].Array[0, 12],
            Gen.Int[0, 99].Array[1, 60],
            Gen.Select(Gen.Int[1, 60], Gen.Int[0, 99], Gen.Int[0, 99]).Array[0, 10],
            Gen.Int[1, 20]);

    [Fact]
    public async Task Every_account_is_given_exactly_once_whatever_moves_meanwhile() =>
        await _organizations.SampleAsync(async given =>
        {
            var organizations = Build(given);

            var read = await new OrganizationReader(organizations).ReadAsync(new AccountQuery(), default).ReadAllAsync();

            read.Select(account => account.AccountId).ShouldBe(organizations.AccountIds, ignoreOrder: true);
        });

    [Fact]
    public async Task The_list_of_all_is_read_once_at_most() =>
        await _organizations.SampleAsync(async given =>
        {
            var organizations = Build(given);

            await new OrganizationReader(organizations).ReadAsync(new AccountQuery(), default).ReadAllAsync();

            organizations.Requests.Count(request => request == "ListAccounts").ShouldBeLessThanOrEqualTo(1);
            organizations.Requests.ShouldBeUnique();
        });

    private static FakeOrganizations Build((int[] Parents, int[] Homes, (int After, int Account, int Unit)[] Moves, int PageSize) given)
    {
        var organizations = new FakeOrganizations(given.PageSize);
        var units = new List<OrganizationalUnit> { organizations.Root };
        foreach (var parent in given.Parents)
        {
            units.Add(organizations.AddUnit(units[parent % units.Count], $"Unit {units.Count}"));
        }

        var accounts = given.Homes.Select(home => organizations.AddAccount(units[home % units.Count])).ToList();
        organizations.Answered = request =>
        {
            foreach (var move in given.Moves.Where(move => move.After == request))
            {
                organizations.Move(accounts[move.Account % accounts.Count], units[move.Unit % units.Count]);
            }
        };
        return organizations;
    }
}
