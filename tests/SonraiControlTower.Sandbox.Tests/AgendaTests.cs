namespace SonraiControlTower.Sandbox.Tests;

public sealed class AgendaTests
{
    private readonly FakeTimeProvider _clock = Zones.Clock();
    private readonly List<string> _seen = [];
    private readonly Agenda _agenda;

    public AgendaTests() => _agenda = new Agenda(_clock);

    [Fact]
    public void Things_happen_in_the_order_of_their_time_however_late_somebody_looks()
    {
        Note(TimeSpan.FromSeconds(2), "second");
        Note(TimeSpan.FromSeconds(1), "first");
        Note(TimeSpan.FromSeconds(2), "third");

        _clock.Advance(TimeSpan.FromHours(1));
        _agenda.CatchUp();

        _seen.ShouldBe(["first", "second", "third"]);
    }

    [Fact]
    public void What_is_not_due_does_not_happen()
    {
        Note(TimeSpan.FromSeconds(2), "later");

        _clock.Advance(TimeSpan.FromSeconds(1.9));
        _agenda.CatchUp();

        _seen.ShouldBeEmpty();
    }

    [Fact]
    public void While_something_happens_it_is_the_time_at_which_it_was_due()
    {
        var start = _agenda.Now;
        DateTimeOffset? inner = null;
        _agenda.In(TimeSpan.FromSeconds(1), () => _agenda.In(TimeSpan.FromSeconds(1), () => inner = _agenda.Now));

        _clock.Advance(TimeSpan.FromMinutes(1));
        _agenda.CatchUp();

        inner.ShouldBe(start.AddSeconds(2));
        _agenda.Now.ShouldBe(start.AddMinutes(1));
    }

    private void Note(TimeSpan wait, string what) => _agenda.In(wait, () => _seen.Add(what));
}
