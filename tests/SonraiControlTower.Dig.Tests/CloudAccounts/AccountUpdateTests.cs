using System.Text.Json;
using System.Text.Json.Nodes;
using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class AccountUpdateTests
{
    private const string Operation = "UpdatePlatformcloudaccount";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_roles_change_and_whatever_else_is_in_the_blob_is_kept(bool blobAsText)
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { BlobAsText = blobAsText });
        tenant.Server.AddAccount(
            tenant.AddCollector().Srn,
            """{"accountNumber":"000000000001","roleArn":"old","botRoleArn":"bot","scanRoleArn":"scan","runDateTime":1735689600000,"tags":{"a":[1,null]}}""");

        var answers = await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "new", RemovesBotRole = true });

        var (now, problem) = (answers.ShouldHaveSingleItem().Now!, answers[0].Problem);
        problem.ShouldBeNull();
        answers[0].Lost.ShouldBeEmpty();
        (now.RoleArn, now.BotRoleArn).ShouldBe(("new", null));
        JsonNode.DeepEquals(
            JsonNode.Parse(tenant.Server.BlobOf("000000000001")!),
            JsonNode.Parse("""{"accountNumber":"000000000001","roleArn":"new","scanRoleArn":"scan","runDateTime":1735689600000,"tags":{"a":[1,null]}}"""))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task What_somebody_else_changed_since_the_account_was_looked_at_is_kept()
    {
        await using var tenant = await TestTenant.StartAsync();
        var accounts = await RegisteredAsync(tenant, 1);
        await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { BotRoleArn = "given meanwhile" });

        var answers = await tenant.Dig.CloudAccounts.UpdateAsync([new AccountUpdate(accounts[0]) { RoleArn = "new" }], default);

        answers.ShouldHaveSingleItem().Now!.BotRoleArn.ShouldBe("given meanwhile");
    }

    [Fact]
    public async Task A_hundred_accounts_go_in_one_request()
    {
        await using var tenant = await TestTenant.StartAsync();
        var accounts = await RegisteredAsync(tenant, 100);

        var answers = await UpdateAsync(tenant, Enumerable.Range(1, 100), account => new AccountUpdate(account) { RoleArn = "new" });

        answers.Select(answer => answer.AccountId.ToString()).ShouldBe(accounts.Select(account => account.AccountId));
        answers.ShouldAllBe(answer => answer.Problem == null && answer.Now!.RoleArn == "new");
        tenant.Server.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_to_change_asks_nothing()
    {
        await using var tenant = await TestTenant.StartAsync();

        (await tenant.Dig.CloudAccounts.UpdateAsync([], default)).ShouldBeEmpty();

        tenant.Server.Record.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_a_hundred_accounts_are_too_many_for_one_request()
    {
        await using var tenant = await TestTenant.StartAsync();
        var account = new SonraiAccount { AccountId = "000000000001", Collector = "prod", Srn = "srn:1" };

        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => tenant.Dig.CloudAccounts.UpdateAsync([.. Enumerable.Repeat(new AccountUpdate(account), 101)], default));
    }

    [Fact]
    public async Task A_tenant_without_the_operation_is_told_by_name_and_not_asked_to_do_it()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { OffersAccountUpdate = false });
        await RegisteredAsync(tenant, 1);

        var problem = await Throws.ProblemOf(UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "new" }));

        problem.Id.ShouldBe("OperationNotOffered");
        problem.Message.ShouldContain($"'{Operation}'");
        problem.Remedy.ShouldBe("In the Sonrai portal, open the Collectors tab, choose the account, and change its roles there.");
        tenant.Server.Record.Count(Operation).ShouldBe(0);
    }

    [Fact]
    public async Task The_schema_is_asked_once_in_a_session()
    {
        await using var tenant = await TestTenant.StartAsync();
        await RegisteredAsync(tenant, 1);

        await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "new" });
        await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "newer" });

        tenant.Server.Record.Count("SchemaType").ShouldBe(1);
    }

    [Fact]
    public async Task What_the_tenant_refuses_is_told_of_that_account_alone()
    {
        await using var tenant = await TestTenant.StartAsync();
        await RegisteredAsync(tenant, 3);
        tenant.Server.Refuse("000000000002", "a discovery is running");

        var answers = await UpdateAsync(tenant, [1, 2, 3], account => new AccountUpdate(account) { RoleArn = "new" });

        answers.Select(answer => answer.Now!.RoleArn).ShouldBe(["new", "arn:aws:iam::000000000002:role/reader", "new"]);
        answers[1].Problem!.Id.ShouldBe("AccountUpdateRefused");
        answers[1].Problem!.Message.ShouldContain("a discovery is running");
    }

    [Fact]
    public async Task The_answer_is_what_the_tenant_has_and_not_what_was_asked()
    {
        await using var tenant = await TestTenant.StartAsync();
        await RegisteredAsync(tenant, 1);
        tenant.Server.LeaveAccountUnmoved("000000000001");

        var answers = await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "new" });

        answers.ShouldHaveSingleItem().Problem.ShouldBeNull();
        answers[0].Now!.RoleArn.ShouldBe("arn:aws:iam::000000000001:role/reader");
    }

    [Fact]
    public async Task What_the_tenant_loses_of_a_blob_is_named()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.AddAccount(tenant.AddCollector().Srn, """{"accountNumber":"000000000001","roleArn":"old","scanRoleArn":"scan","x":1}""");
        tenant.Server.Forget("scanRoleArn");

        var answers = await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "new" });

        answers.ShouldHaveSingleItem().Now!.RoleArn.ShouldBe("new");
        answers[0].Lost.ShouldBe(["scanRoleArn"]);
    }

    [Fact]
    public async Task An_account_that_has_gone_and_one_that_was_registered_anew_are_not_sent()
    {
        await using var tenant = await TestTenant.StartAsync();
        await RegisteredAsync(tenant, 1);
        var gone = new SonraiAccount { AccountId = "000000000009", Collector = "prod", Srn = "srn:gone" };
        var renewed = new SonraiAccount { AccountId = "000000000001", Collector = "prod", Srn = "srn:old" };

        var answers = await tenant.Dig.CloudAccounts.UpdateAsync(
            [new AccountUpdate(gone) { RoleArn = "new" }, new AccountUpdate(renewed) { RoleArn = "new" }], default);

        answers.ShouldAllBe(answer => answer.Problem!.Id == "AccountUpdateRefused");
        answers.Select(answer => answer.Now?.RoleArn).ShouldBe([null, "arn:aws:iam::000000000001:role/reader"]);
        tenant.Server.Record.Count(Operation).ShouldBe(0);
    }

    [Fact]
    public async Task The_blob_goes_as_an_object_whatever_form_it_came_in()
    {
        await using var tenant = await TestTenant.StartAsync(new DigContractOptions { BlobAsText = true });
        await RegisteredAsync(tenant, 1);

        await UpdateAsync(tenant, [1], account => new AccountUpdate(account) { RoleArn = "new" });

        var sent = tenant.Server.Record.Requests.Single(request => request.Operation == Operation);
        JsonElement.Parse(sent.Variables!).GetProperty("account_0").GetRawText()
            .ShouldBe("""{"blob":{"accountNumber":"000000000001","roleArn":"new"}}""");
    }

    private static async Task<List<SonraiAccount>> RegisteredAsync(TestTenant tenant, int count)
    {
        var collector = tenant.AddCollector();
        tenant.AddAccounts(collector, Enumerable.Range(1, count).Select(TestTenant.Id));
        return await tenant.Dig.CloudAccounts.ListAsync(collector, default).ToListAsync();
    }

    /// <summary>Looks for the accounts and changes them.</summary>
    private static async Task<IReadOnlyList<AccountUpdateAnswer>> UpdateAsync(
        TestTenant tenant, IEnumerable<int> numbers, Func<SonraiAccount, AccountUpdate> change)
    {
        var accounts = await tenant.Dig.CloudAccounts.FindAsync([.. numbers.Select(number => AccountId.Parse(TestTenant.Id(number)))], default);
        return await tenant.Dig.CloudAccounts.UpdateAsync([.. accounts.Select(change)], default);
    }
}
