using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

/// <summary>Core's use case over this door and a wire that breaks.</summary>
public sealed class RegistrarTests
{
    private static readonly string[] _ids = [.. Enumerable.Range(1, 20).Select(TestTenant.Id)];

    [Fact]
    public async Task A_registration_whose_answer_was_lost_is_settled_by_reading_and_not_sent_twice()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (registrar, accounts) = Prepare(tenant);
        tenant.Proxy.Script(ProxyFault.CutAfterForwarding);

        var settled = await tenant.Clock.RunAsync(registrar.RegisterAsync(accounts, default));

        settled.ShouldAllBe(one => one.Result.Status == RegistrationStatus.Registered && one.Result.Srn != null);
        tenant.Server.RegistrationsSent.ShouldBe(_ids);
    }

    [Fact]
    public async Task A_registration_that_never_arrived_is_sent_again_after_a_read_has_shown_so()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (registrar, accounts) = Prepare(tenant);
        tenant.Proxy.Script(ProxyFault.CutBeforeForwarding);

        var settled = await tenant.Clock.RunAsync(registrar.RegisterAsync(accounts, default));

        settled.ShouldAllBe(one => one.Result.Status == RegistrationStatus.Registered);
        tenant.Server.RegistrationsSent.ShouldBe(_ids);
    }

    [Fact]
    public async Task A_read_that_breaks_while_settling_is_asked_again()
    {
        await using var tenant = await TestTenant.StartAsync(behindProxy: true);
        var (registrar, accounts) = Prepare(tenant);
        tenant.Proxy.Script(ProxyFault.CutAfterForwarding, ProxyFault.Answer(502), ProxyFault.TruncateBody, ProxyFault.None, ProxyFault.Answer(429, "5"));

        var settled = await tenant.Clock.RunAsync(registrar.RegisterAsync(accounts, default));

        settled.ShouldAllBe(one => one.Result.Status == RegistrationStatus.Registered);
        tenant.Server.RegistrationsSent.ShouldBe(_ids);
    }

    [Fact]
    public async Task What_the_tenant_refuses_fails_alone()
    {
        await using var tenant = await TestTenant.StartAsync();
        var (registrar, accounts) = Prepare(tenant);
        tenant.Server.Refuse(_ids[4], "no role");

        var settled = await registrar.RegisterAsync(accounts, default);

        settled.Where(one => one.Result.Status == RegistrationStatus.Failed).ShouldHaveSingleItem().Problem!.Message.ShouldContain("no role");
        settled.Count(one => one.Result.Status == RegistrationStatus.Registered).ShouldBe(19);
    }

    [Fact]
    public async Task A_second_run_registers_nothing_twice()
    {
        await using var tenant = await TestTenant.StartAsync();
        var (registrar, accounts) = Prepare(tenant);
        await registrar.RegisterAsync(accounts, default);

        var considered = await registrar.ConsiderAsync(accounts[0], default);

        considered!.Status.ShouldBe(RegistrationStatus.AlreadyRegistered);
        tenant.Server.RegistrationsSent.ShouldBe(_ids);
    }

    private static (AccountRegistrar Registrar, IReadOnlyList<OrgAccount> Accounts) Prepare(TestTenant tenant)
    {
        var plan = new RegistrationPlan(tenant.AddCollector(), RegistrationPlan.DefaultRoleName, null, "aws");
        return (new AccountRegistrar(tenant.Dig, plan, tenant.Clock), [.. _ids.Select(id => new OrgAccount { AccountId = id, Name = id, Status = "ACTIVE" })]);
    }
}
