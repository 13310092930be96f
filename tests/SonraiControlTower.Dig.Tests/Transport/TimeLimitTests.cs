using SonraiControlTower.TestKit;

namespace SonraiControlTower.Dig.Tests;

public sealed class TimeLimitTests
{
    private readonly TaskCompletionSource _release = new();

    [Fact]
    public async Task A_query_that_takes_too_long_is_asked_again()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.Script("SonraiCurrentUsers", ServerFault.HoldUntil(_release.Task));

        var verdict = tenant.Dig.Tokens.TestAsync(null, default);
        await tenant.Server.Record.Arrival("SonraiCurrentUsers");
        tenant.Clock.Advance(StepClock.Limit);

        (await tenant.Clock.RunAsync(verdict)).IsValid.ShouldBeTrue();
        tenant.Server.Record.Count("SonraiCurrentUsers").ShouldBe(2);
    }

    [Fact]
    public async Task A_mutation_that_takes_too_long_is_not_sent_again()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.Script("GenerateSonraiUserToken", ServerFault.HoldUntil(_release.Task));

        var made = tenant.Dig.Tokens.CreateAsync("ci", TimeSpan.FromHours(2), default);
        await tenant.Server.Record.Arrival("GenerateSonraiUserToken");
        tenant.Clock.Advance(StepClock.Limit);

        (await Throws.ProblemOf(tenant.Clock.RunAsync(made))).Id.ShouldBe("TokenAnswerLost");
        tenant.Server.Record.Count("GenerateSonraiUserToken").ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_waiting_for_an_answer_is_let_go()
    {
        await using var tenant = await TestTenant.StartAsync();
        tenant.Server.Script("SonraiCurrentUsers", ServerFault.HoldUntil(_release.Task));
        using var caller = new CancellationTokenSource();

        var verdict = tenant.Dig.Tokens.TestAsync(null, caller.Token);
        await tenant.Server.Record.Arrival("SonraiCurrentUsers");
        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(verdict)).CancellationToken.ShouldBe(caller.Token);
        tenant.Server.Record.Count("SonraiCurrentUsers").ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gives_up_during_a_pause_is_let_go()
    {
        var clock = new StepClock();
        using var caller = new CancellationTokenSource();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "60"));
        using var tenant = new DigTenant(Jwt.Of(), null, new DigOptions { Handler = handler, Clock = clock });

        var verdict = tenant.Tokens.TestAsync(null, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(verdict);
        handler.Sent.Count.ShouldBe(1);
    }
}
