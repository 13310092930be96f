using SonraiControlTower.Core.Tests.Ports;

namespace SonraiControlTower.Core.Tests.Frameworks;

public sealed class FrameworkSwitchTests
{
    private static readonly SonraiControlFramework _policy = FakeFrameworks.Framework("Policy");
    private static readonly SonraiControlFramework _role = FakeFrameworks.Framework("Role", enabled: true);
    private static readonly SonraiSwimlane _prod = new() { Title = "Prod", Srn = "srn:acme::Swimlane/1" };
    private static readonly SonraiSwimlane _global = new() { Title = "Global", Srn = SonraiSwimlane.GlobalOf("acme").Srn };

    private readonly FakeFrameworks _frameworks = new(_policy, _role);

    [Fact]
    public async Task Frameworks_are_found_by_title_or_SRN()
    {
        var enabling = Enabling();

        (await enabling.FindAsync("", title => title.StartsWith('P'), default)).ShouldBe([_policy]);
        (await enabling.FindAsync(_role.Srn, _ => false, default)).ShouldBe([_role]);
        (await enabling.FindAsync("none", _ => false, default)).ShouldBeEmpty();
        _frameworks.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task A_framework_of_Sonrais_gives_way_to_the_tenants_copy_of_it()
    {
        var master = FakeFrameworks.Framework("Handed out", "srn:supersonrai::ControlFramework/77");
        var copy = FakeFrameworks.Framework("Handed out", "srn:supersonrai::ControlFramework/77/acme");
        var alone = FakeFrameworks.Framework("Handed out", "srn:supersonrai::ControlFramework/7");
        var enabling = new FrameworkSwitch(new FakeFrameworks(master, copy, alone), null, enabled: true);

        (await enabling.FindAsync("", title => title == "Handed out", default)).ShouldBe([copy, alone]);
        (await enabling.FindAsync(master.Srn, _ => false, default)).ShouldBe([copy]);
    }

    [Fact]
    public async Task A_change_is_given_as_Dig_has_it_afterwards()
    {
        var (now, problem) = await Enabling().ApplyAsync(_policy, default);

        problem.ShouldBeNull();
        now!.IsEnabled.ShouldBeTrue();
        _frameworks.Sent.ShouldBe([(_policy.Srn, null, true)]);
    }

    [Fact]
    public void What_is_already_so_is_done()
    {
        Enabling().IsDone(_role).ShouldBeTrue();
        Enabling().IsDone(_policy).ShouldBeFalse();
        new FrameworkSwitch(_frameworks, null, enabled: false).IsDone(_policy).ShouldBeTrue();
        Enabling(_prod).IsDone(_role).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_changed_is_done_the_next_time()
    {
        var enabling = Enabling(_prod);
        await enabling.ApplyAsync(_policy, default);

        var again = (await enabling.FindAsync(_policy.Srn, _ => false, default)).ShouldHaveSingleItem();

        enabling.IsDone(again).ShouldBeTrue();
        again.Swimlanes.ShouldBe(["Prod"]);
    }

    [Fact]
    public async Task For_the_global_swimlane_it_is_enabled_globally()
    {
        await Enabling(_global).ApplyAsync(_policy, default);

        _frameworks.Sent.ShouldBe([(_policy.Srn, null, true)]);
        Enabling(_global).Wanted.ShouldBe("enabled globally");
        Enabling(_prod).Wanted.ShouldBe("enabled for swimlane 'Prod'");
    }

    [Fact]
    public async Task A_change_that_was_taken_and_did_nothing_is_a_problem()
    {
        _frameworks.Moves = false;

        var (now, problem) = await Enabling().ApplyAsync(_policy, default);

        now!.IsEnabled.ShouldBeFalse();
        problem!.Id.ShouldBe("FrameworkNotChanged");
        problem.Message.ShouldContain("enabled globally");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_Dig_had_against_it_counts_only_where_nothing_changed(bool moves)
    {
        _frameworks.Moves = moves;
        _frameworks.Problem = FrameworkProblems.AnswerLost(_policy);

        var (_, problem) = await Enabling().ApplyAsync(_policy, default);

        problem.ShouldBe(moves ? null : _frameworks.Problem);
    }

    [Fact]
    public async Task A_framework_that_has_gone_is_not_found_and_those_there_are_are_listed()
    {
        var enabling = Enabling();
        await enabling.AllAsync(default);
        _frameworks.Remove(_policy);

        var (_, problem) = await enabling.ApplyAsync(_policy, default);

        problem!.Id.ShouldBe("FrameworkNotFound");
        problem.Remedy.ShouldBe("Give one of these: 'Role'.");
    }

    private FrameworkSwitch Enabling(SonraiSwimlane? swimlane = null) => new(_frameworks, swimlane, enabled: true);
}
