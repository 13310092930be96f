using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class PagingTests
{
    private static readonly string[] _ids = [.. Enumerable.Range(1, 25).Select(TestTenant.Id)];

    [Fact]
    public async Task A_list_is_read_whole_page_by_page()
    {
        (await ReadAsync(new DigContractOptions(), pageSize: 10)).ShouldBe((25, 3));
    }

    [Fact]
    public async Task A_list_that_ends_with_a_full_page_is_not_asked_for_more()
    {
        (await ReadAsync(new DigContractOptions(), pageSize: 5)).ShouldBe((25, 5));
    }

    [Fact]
    public async Task A_tenant_that_gives_smaller_pages_than_asked_is_read_whole()
    {
        (await ReadAsync(new DigContractOptions { PageCap = 4 }, pageSize: 1000)).ShouldBe((25, 7));
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_asked_for_again_at_half_the_size()
    {
        // 28 and 14 are too large; then four pages of 7.
        (await ReadAsync(new DigContractOptions { LargestPage = 7 }, pageSize: 28)).ShouldBe((25, 6));
    }

    [Fact]
    public async Task A_tenant_that_takes_single_items_only_is_read_whole()
    {
        (await ReadAsync(new DigContractOptions { LargestPage = 1 }, pageSize: 2)).ShouldBe((25, 26));
    }

    [Fact]
    public async Task A_tenant_for_which_a_single_item_is_too_large_ends_in_its_error()
    {
        var read = ReadAsync(new DigContractOptions { LargestPage = 0 }, pageSize: 4);

        (await Throws.ProblemOf(read)).Id.ShouldBe("DigErrors");
    }

    [Fact]
    public async Task Too_large_said_in_words_only_halves_the_page_too()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Json("""{"data":{"PlatformAccounts":null},"errors":[{"message":"Response too large"}]}"""),
            ScriptedHandler.Json("""{"data":{"PlatformAccounts":{"count":0,"items":[]}}}"""));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler, PageSize = 100 });

        await tenant.Collectors.ListAsync(default).ToListAsync();

        handler.Sent[1].Body.ShouldContain("\"limit\":50");
    }

    [Fact]
    public async Task An_empty_page_ends_the_reading_whatever_the_count_says()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Json("""{"data":{"PlatformAccounts":{"count":9,"items":[]}}}"""));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler });

        (await tenant.Collectors.ListAsync(default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_page_is_given_out_before_the_second_is_asked_for()
    {
        await using var tenant = await TestTenant.StartAsync(options: new DigOptions { PageSize = 10 });
        var collector = tenant.AddCollector();
        tenant.AddAccounts(collector, _ids);

        await foreach (var _ in tenant.Dig.CloudAccounts.ListAsync(collector, default))
        {
            break;
        }

        tenant.Server.Record.Count("PlatformCloudAccounts").ShouldBe(1);
    }

    private static async Task<(int Accounts, int Requests)> ReadAsync(DigContractOptions contract, int pageSize)
    {
        await using var tenant = await TestTenant.StartAsync(contract, new DigOptions { PageSize = pageSize });
        var collector = tenant.AddCollector();
        tenant.AddAccounts(collector, _ids);

        var accounts = await tenant.Dig.CloudAccounts.ListAsync(collector, default).ToListAsync();

        accounts.Select(account => account.AccountId).Distinct().Count().ShouldBe(accounts.Count);
        return (accounts.Count, tenant.Server.Record.Count("PlatformCloudAccounts"));
    }
}
