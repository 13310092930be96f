using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>Changes of registered accounts on a tenant's wire.</summary>
public sealed class AccountUpdateTests
{
    private const string Operation = "UpdatePlatformcloudaccount";
    private const string Foreign = """{"accountNumber":"000000000009","roleArn":"arn:aws-us-gov:iam::000000000009:role/old","scanRoleArn":"scan"}""";

    private static string[] Ids(int count) => [.. Enumerable.Range(1, count).Select(number => $"{number:D12}")];

    [Fact]
    public async Task Many_accounts_are_changed_in_few_requests_and_each_has_one_result()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(120)));

        var run = tenant.Run("$ids | Set-SonraiAccount -RoleName reader -BotRoleName mender", ("ids", Ids(120)));
        var again = tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader", ("ids", Ids(120)));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(Enumerable.Repeat("Done", 120));
        run.Strings("BotRoleArn").Last().ShouldBe("arn:aws:iam::000000000120:role/mender");
        again.Strings("Status").ShouldBe(Enumerable.Repeat("AlreadyDone", 120));
        tenant.Dig.Record.Count(Operation).ShouldBe(2);
    }

    [Fact]
    public async Task A_registration_made_elsewhere_is_changed_only_with_Force_in_its_own_partition_and_keeps_the_rest()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.AddAccount(tenant.CollectorSrn, Foreign);

        var refused = tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader");
        var forced = tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader -Force");

        refused.OnlyError("AccountRegisteredElsewhere").TargetObject.ShouldBe("000000000009");
        refused.Strings("Status").ShouldBe(["Failed"]);
        forced.Errors.ShouldBeEmpty();
        tenant.Dig.BlobOf("000000000009").ShouldBe(Foreign.Replace("/old", "/reader", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_Dig_refuses_fails_alone()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(3)));
        tenant.Dig.Refuse("000000000002", "a discovery is running");

        var run = tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader");

        run.OnlyError("AccountUpdateRefused").ErrorDetails.Message.ShouldContain("a discovery is running");
        run.Strings("Status").ShouldBe(["Done", "Failed", "Done"]);
    }

    [Fact]
    public async Task A_tenant_that_does_not_offer_it_is_told_where_to_do_it_and_not_asked()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { OffersAccountUpdate = false });
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(1)));

        var error = tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader").OnlyError("OperationNotOffered");

        error.CategoryInfo.Category.ShouldBe(ErrorCategory.NotImplemented);
        error.ErrorDetails.RecommendedAction.ShouldContain("Collectors");
        tenant.Dig.Record.Count(Operation).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_that_the_tenant_takes_and_does_not_make_is_told()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(1)));
        tenant.Dig.LeaveAccountUnmoved("000000000001");

        tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader").OnlyError("AccountUpdateNotTaken");
    }

    [Fact]
    public async Task Once_the_tenant_has_lost_something_no_further_batch_is_sent()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(150)));
        tenant.Dig.Forget("runDateTime");

        var run = tenant.Run("$ids | Set-SonraiAccount -RoleName reader", ("ids", Ids(150)));

        run.ErrorIds.ShouldBe(Enumerable.Repeat("AccountUpdateLossy", 101));
        run.Output.Count.ShouldBe(100);
        tenant.Dig.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_reading_and_nothing_is_sent_twice()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(5)));
        // Collectors and accounts, the schema, collectors and accounts anew: one collector ends the looking.
        tenant.Proxy.Script([.. Enumerable.Repeat(ProxyFault.None, 5), ProxyFault.CutAfterForwarding]);

        var run = tenant.Run("$ids | Set-SonraiAccount -RoleName reader", ("ids", Ids(5)));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(Enumerable.Repeat("Done", 5));
        tenant.Dig.Record.Count(Operation).ShouldBe(1);
    }

    [Fact]
    public async Task WhatIf_sends_nothing_but_reading_requests()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(2)));

        tenant.Run("Get-SonraiAccount | Set-SonraiAccount -RoleName reader -WhatIf").Errors.ShouldBeEmpty();

        tenant.Dig.Record.Count(Operation).ShouldBe(0);
    }
}
