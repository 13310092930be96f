namespace SonraiControlTower.Engine.Tests;

public sealed class LocalDigTests
{
    [Fact]
    public void It_knows_the_tenant_it_stands_in_for() =>
        Engines.Started().Tenant.ShouldBe("acme");

    [Fact]
    public async Task Nothing_is_registered_at_the_start()
    {
        var dig = Engines.Started();

        (await dig.CloudAccounts.ListAsync(Engines.Blue, default).ToListAsync()).ShouldBeEmpty();
        (await dig.CloudAccounts.FindAsync([Engines.First], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_the_sessions_token_has_ended_every_call_is_refused_as_by_a_tenant()
    {
        var clock = Engines.Clock();
        var dig = Engines.Started(clock);
        var account = await dig.RegisteredAsync(Engines.First);

        clock.Advance(TimeSpan.FromDays(30));

        await dig.Tokens.CreateAsync("late", TimeSpan.FromDays(1), default).ShouldBeRefusedAsync("TokenExpired");
        await dig.Tokens.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.Tokens.RemoveAsync(new SonraiToken { Name = "any" }, default).ShouldBeRefusedAsync("TokenExpired");
        await dig.Collectors.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.Bots.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.Capabilities.ListAsync(default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.CloudAccounts.ListAsync(Engines.Blue, default).ToListAsync().AsTask().ShouldBeRefusedAsync("TokenExpired");
        await dig.CloudAccounts.FindAsync([Engines.First], default).ShouldBeRefusedAsync("TokenExpired");
        await dig.CloudAccounts.RegisterAsync(Engines.Blue, [], default).ShouldBeRefusedAsync("TokenExpired");
        await dig.CloudAccounts.UnregisterAsync([account], default).ShouldBeRefusedAsync("TokenExpired");
    }

    [Fact]
    public async Task The_registrar_brings_accounts_to_the_engine_once()
    {
        var dig = Engines.Started();
        var account = new OrgAccount { AccountId = Engines.First.ToString(), Name = "First", Status = OrgAccount.Active };
        var plan = new RegistrationPlan(Engines.Blue, RegistrationPlan.DefaultRoleName, BotRoleName: null, "aws");

        var first = await new AccountRegistrar(dig, plan, Engines.Clock()).RegisterAsync([account], default);
        var again = await new AccountRegistrar(dig, plan, Engines.Clock()).ConsiderAsync(account, default);

        first.ShouldHaveSingleItem().Result.Status.ShouldBe(RegistrationStatus.Registered);
        again!.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
        again.Srn.ShouldBe(first[0].Result.Srn);
    }
}
