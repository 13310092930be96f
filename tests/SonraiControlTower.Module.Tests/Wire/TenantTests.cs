using SonraiControlTower.TestKit;

namespace SonraiControlTower.Module.Tests.Wire;

/// <summary>The commands against a tenant's wire, through a proxy that breaks it.</summary>
public sealed class TenantTests
{
    private static string[] Ids(int count) => [.. Enumerable.Range(1, count).Select(number => $"{number:D12}")];

    [Fact]
    public async Task The_context_tells_the_tenant_the_address_and_the_token_s_end()
    {
        await using var tenant = await TenantRunspace.StartAsync();

        var run = tenant.Connect();

        run.Errors.ShouldBeEmpty();
        run.Strings("Mode").ShouldBe(["Tenant"]);
        run.Strings("Endpoint").ShouldBe([tenant.Proxy.Address.ToString()]);
        run.Strings("Tenant").Single().ShouldNotBeNullOrEmpty();
        run.Values("TokenExpiresAt").Single().ShouldBeOfType<DateTimeOffset>().ShouldBeGreaterThan(DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_token_that_has_ended_is_refused_before_it_is_sent()
    {
        await using var tenant = await TenantRunspace.StartAsync();

        var run = tenant.Connect(tenant.Dig.IssueToken(TimeSpan.FromHours(-1)));

        run.OnlyError("TokenExpired").CategoryInfo.Category.ShouldBe(ErrorCategory.AuthenticationError);
        tenant.Proxy.Seen.ShouldBe(0);
    }

    [Fact]
    public async Task A_revoked_token_and_one_of_another_tenant_are_told_apart()
    {
        await using var tenant = await TenantRunspace.StartAsync();
        tenant.Dig.Revoke(tenant.Token);

        tenant.Connect().OnlyError("TokenRefused");
        tenant.Connect(tenant.Dig.IssueToken(org: "crc000000")).OnlyError("WrongTenant");

        tenant.Run("Get-SonraiContext").Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_granted_lifetime_is_read_back_and_not_assumed()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { GrantAtMost = TimeSpan.FromHours(3) });

        var run = tenant.Run("New-SonraiToken");

        run.Values("ExpiresAt").Single().ShouldBeOfType<DateTimeOffset>().ShouldBe(DateTimeOffset.UtcNow.AddHours(3), TimeSpan.FromMinutes(5));
        tenant.Run("Get-SonraiToken").Strings("Name").ShouldContain("Control Tower Integration");
    }

    [Fact]
    public async Task A_tenant_that_cannot_remove_tokens_is_not_asked_to()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { OffersTokenRemoval = false });

        var run = tenant.Run("New-SonraiToken one > $null; Remove-SonraiToken one -Confirm:$false");

        run.OnlyError("OperationNotOffered").ErrorDetails.Message.ShouldContain("DeleteSonraiUserToken");
    }

    [Fact]
    public async Task A_token_can_be_removed_where_the_tenant_offers_it_and_is_refused_afterwards()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();

        var run = tenant.Run("""
            $token = New-SonraiToken one
            $token | Test-SonraiToken
            Get-SonraiToken one | Remove-SonraiToken -Confirm:$false
            $token | Test-SonraiToken
            """);

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(["Valid", "Refused"]);
    }

    [Fact]
    public async Task Without_AWS_the_accounts_are_taken_as_given_with_one_warning()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();

        var run = tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(250)));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(Enumerable.Repeat("Registered", 250));
        run.Texts.Count(text => text.Contains("organization could not be asked", StringComparison.Ordinal)).ShouldBe(1);
        tenant.Dig.RegistrationsSent.Count.ShouldBe(250);
        tenant.Dig.Record.Count("createSubAccount").ShouldBe(3);
    }

    [Fact]
    public async Task Run_again_only_what_is_missing_is_sent()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(120)));

        var again = tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(150)));

        again.Strings("Status").Count(status => status == "AlreadyRegistered").ShouldBe(120);
        again.Strings("Status").Count(status => status == "Registered").ShouldBe(30);
        tenant.Dig.RegistrationsSent.Count.ShouldBe(150);
    }

    [Fact]
    public async Task An_account_that_Dig_refuses_fails_alone()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.Refuse("000000000002", "quota reached");

        var run = tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(3)));

        run.Strings("Status").ShouldBe(["Registered", "Failed", "Registered"]);
        run.OnlyError("RegistrationRefused").ErrorDetails.Message.ShouldContain("quota reached");
        run.Errors[0].TargetObject.ToString()!.ShouldContain("000000000002");
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_reading_and_nothing_is_sent_twice()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        // Collectors of two kinds, twice, and what is registered are read before anything is written.
        tenant.Proxy.Script([.. Enumerable.Repeat(ProxyFault.None, 5), ProxyFault.CutAfterForwarding]);

        var run = tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(5)));

        run.Errors.ShouldBeEmpty();
        run.Strings("Status").ShouldBe(Enumerable.Repeat("Registered", 5));
        tenant.Dig.RegistrationsSent.Count.ShouldBe(5);
        tenant.Dig.Record.Count("createSubAccount").ShouldBe(1);
        tenant.Dig.Record.Count("FindPlatformCloudAccount").ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_fails_half_way_is_an_error_after_the_pages_before_it()
    {
        await using var tenant = await TenantRunspace.ConnectAsync(new DigContractOptions { PageCap = 10 });
        tenant.Run("$ids | Register-SonraiAccount", ("ids", Ids(25)));
        // Collectors of two kinds, then the first page.
        tenant.Proxy.Script(ProxyFault.None, ProxyFault.None, ProxyFault.None, ProxyFault.Answer(403));

        var run = tenant.Run("Get-SonraiAccount");

        run.Output.Count.ShouldBe(10);
        run.ErrorIds.ShouldBe(["WrongTenant"]);
    }

    [Fact]
    public async Task Unregister_ends_only_what_was_registered_here_unless_forced()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        tenant.Dig.AddAccount(tenant.CollectorSrn, """{"accountNumber":"000000000009","roleArn":"arn:aws:iam::000000000009:role/sonrai-collector-role"}""");
        tenant.Run("'000000000001' | Register-SonraiAccount");

        var run = tenant.Run("Get-SonraiAccount | Unregister-SonraiAccount -Confirm:$false");

        run.OnlyError("AccountRegisteredElsewhere").TargetObject.ShouldBe("000000000009");
        tenant.Run("Get-SonraiAccount").Strings("AccountId").ShouldBe(["000000000009"]);
        tenant.Run("Get-SonraiAccount | Unregister-SonraiAccount -Force -Confirm:$false").Errors.ShouldBeEmpty();
        tenant.Run("Get-SonraiAccount").Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_stream_ever_shows_the_token()
    {
        await using var tenant = await TenantRunspace.StartAsync();

        var run = tenant.Run("""
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-Sonrai -Token $token -Endpoint $endpoint -Verbose -Debug
            Get-SonraiContext
            Test-SonraiToken
            '000000000001' | Register-SonraiAccount
            """, ("token", tenant.Token));
        tenant.Dig.Revoke(tenant.Token);
        var refused = tenant.Run("Get-SonraiCollector; Connect-Sonrai -Token $token -Endpoint $endpoint");

        var everything = run.Texts.Concat(refused.Texts)
            .Concat(run.Output.Select(Deep)).Concat(run.Errors.Concat(refused.Errors).Select(error => $"{error} {error.Exception} {Deep(PSObject.AsPSObject(error))}"));
        foreach (var secret in new[] { tenant.Token, tenant.Token.Split('.')[2] })
        {
            everything.ShouldNotContain(text => text.Contains(secret, StringComparison.Ordinal));
        }

        refused.ErrorIds.Distinct().ShouldBe(["TokenRefused"]);

        static string Deep(PSObject item) => PSSerializer.Serialize(item, 4);
    }

    [Fact]
    public async Task Stopped_while_Dig_does_not_answer_the_command_ends()
    {
        await using var tenant = await TenantRunspace.ConnectAsync();
        var never = new TaskCompletionSource();
        tenant.Proxy.Script(ProxyFault.HoldUntil(never.Task));
        var before = tenant.Proxy.Seen;
        using var shell = PowerShell.Create(tenant.Module.Runspace).AddScript("Get-SonraiCollector");

        var running = shell.InvokeAsync();
        SpinWait.SpinUntil(() => tenant.Proxy.Seen > before, TimeSpan.FromSeconds(30)).ShouldBeTrue();
        await shell.StopAsync(null, null);

        await Should.ThrowAsync<PipelineStoppedException>(running.WaitAsync(TimeSpan.FromSeconds(30)));
        never.SetResult();
    }
}
