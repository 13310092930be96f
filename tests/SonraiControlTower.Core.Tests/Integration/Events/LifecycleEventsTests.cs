using System.Text.Json;

namespace SonraiControlTower.Core.Tests.Integration.Events;

public sealed class LifecycleEventsTests
{
    private static readonly string _first = Sample.Managed("111111111111");
    private static readonly string _second = Sample.Managed("222222222222", "UpdateManagedAccount");

    [Fact]
    public void A_file_may_hold_one_event_several_or_the_batch_of_a_queue()
    {
        LifecycleEvents.Read(_first).Select(one => one.Name).ShouldBe(["CreateManagedAccount"]);
        LifecycleEvents.Read($"[{_first},{_second}]").Select(one => one.Name).ShouldBe(["CreateManagedAccount", "UpdateManagedAccount"]);
        LifecycleEvents.Read(Sample.Batch(("a", _first), ("b", _second))).Select(one => one.Name).ShouldBe(["CreateManagedAccount", "UpdateManagedAccount"]);
        LifecycleEvents.Read("[]").ShouldBeEmpty();
    }

    [Fact]
    public void A_message_that_cannot_be_read_does_not_hinder_the_others()
    {
        using var batch = JsonDocument.Parse(Sample.Batch(("a", _first), ("b", "poison"), ("c", _second)));

        var messages = LifecycleEvents.ReadBatch(batch.RootElement);

        messages.Select(message => message.MessageId).ShouldBe(["a", "b", "c"]);
        messages.Select(message => message.Event?.Name).ShouldBe(["CreateManagedAccount", null, "UpdateManagedAccount"]);
        messages[1].Problem!.Id.ShouldBe(LifecycleProblems.UnreadableId);
    }

    [Fact]
    public void A_file_with_one_that_cannot_be_read_is_refused() =>
        Should.Throw<SonraiException>(() => LifecycleEvents.Read(Sample.Batch(("a", _first), ("b", "poison")))).Problem.Id.ShouldBe(LifecycleProblems.UnreadableId);
}
