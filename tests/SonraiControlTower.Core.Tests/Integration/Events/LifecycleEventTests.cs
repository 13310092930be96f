namespace SonraiControlTower.Core.Tests.Integration.Events;

public sealed class LifecycleEventTests
{
    private const string Account = "123456789012";

    // Defect 2 of the published integration, and its neighbour's crash at UpdateManagedAccount.
    [Theory]
    [InlineData("CreateManagedAccount")]
    [InlineData("UpdateManagedAccount")]
    public void An_account_that_Control_Tower_made_or_enrolled_has_changed(string name)
    {
        var read = LifecycleEvent.Parse(Sample.Managed(Account, name));

        read.Kind.ShouldBe(LifecycleEventKind.AccountChanged);
        read.Name.ShouldBe(name);
        read.AccountIds.ShouldBe([AccountId.Parse(Account)]);
        read.Id.ShouldBe($"999cccaa-eaaa-0000-1111-{name}");
        read.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 16, 12, 9, 32, TimeSpan.Zero));
    }

    [Fact]
    public void A_failure_at_AWS_is_told_with_its_reason_and_not_acted_on()
    {
        var read = LifecycleEvent.Parse(Sample.Managed(Account, state: "FAILED"));

        read.Kind.ShouldBe(LifecycleEventKind.Failed);
        read.Reason.ShouldBe("It ended FAILED: AWS Control Tower tells.");
        read.AccountIds.ShouldBeEmpty();
    }

    [Fact]
    public void The_call_of_the_same_name_is_not_taken_for_its_result()
    {
        var call = Sample.ControlTower("CreateManagedAccount", "null", "AWS API Call via CloudTrail");

        LifecycleEvent.Parse(call).Kind.ShouldBe(LifecycleEventKind.NotForUs);
    }

    [Theory]
    [InlineData("RegisterOrganizationalUnit", "registerOrganizationalUnitStatus")]
    [InlineData("DeregisterOrganizationalUnit", "deregisterOrganizationalUnitStatus")]
    [InlineData("DeregisterOrganizationalUnit", "registerOrganizationalUnitStatus")]
    public void A_unit_has_changed_under_whichever_key_it_is_told(string name, string key)
    {
        var read = LifecycleEvent.Parse(Sample.Unit(name, key, "ou-root-l3zc8b3h"));

        read.Kind.ShouldBe(LifecycleEventKind.UnitChanged);
        read.OrganizationalUnitIds.ShouldBe(["ou-root-l3zc8b3h"]);
    }

    [Theory]
    [InlineData("EnableBaseline", "enabledBaselineDetails")]
    [InlineData("ResetEnabledBaseline", "enabledBaselineDetails")]
    [InlineData("UpdateEnabledBaseline", "enabledBaselineDetails")]
    [InlineData("DisableBaseline", "baselineDetails")]
    public void A_baseline_tells_its_target_by_ARN_and_its_state_by_summary(string name, string details)
    {
        var account = LifecycleEvent.Parse(Sample.Baseline(name, $"arn:aws:organizations::{Sample.Management}:account/o-abcdefghij/{Account}", details: details));
        var unit = LifecycleEvent.Parse(Sample.Baseline(name, $"arn:aws-cn:organizations::{Sample.Management}:ou/o-abcdefghij/ou-root-l3zc8b3h", details: details));
        var failed = LifecycleEvent.Parse(Sample.Baseline(name, $"arn:aws:organizations::{Sample.Management}:account/o-abcdefghij/{Account}", "FAILED", details));

        account.AccountIds.ShouldBe([AccountId.Parse(Account)]);
        account.Kind.ShouldBe(LifecycleEventKind.AccountChanged);
        unit.Kind.ShouldBe(LifecycleEventKind.UnitChanged);
        unit.OrganizationalUnitIds.ShouldBe(["ou-root-l3zc8b3h"]);
        failed.Kind.ShouldBe(LifecycleEventKind.Failed);
    }

    [Theory]
    [InlineData("SetupLandingZone")]
    [InlineData("UpdateLandingZone")]
    [InlineData("ResetLandingZone")]
    public void With_the_landing_zone_everything_changed(string name)
    {
        LifecycleEvent.Parse(Sample.LandingZone(name)).Kind.ShouldBe(LifecycleEventKind.EverythingChanged);
        LifecycleEvent.Parse(Sample.LandingZone(name, "FAILED")).Kind.ShouldBe(LifecycleEventKind.Failed);
    }

    [Theory]
    [InlineData("EnableGuardrail")]
    [InlineData("PrecheckOrganizationalUnit")]
    public void What_changes_no_account_is_not_for_us(string name) =>
        LifecycleEvent.Parse(Sample.ControlTower(name, """{ "x": { "state": "SUCCEEDED" } }""")).Kind.ShouldBe(LifecycleEventKind.NotForUs);

    [Theory]
    [InlineData("""{ "somethingStatus": { "state": "SUCCEEDED" } }""")]
    [InlineData("""{ "enableNewThingStatus": { "outcome": "good" } }""")]
    [InlineData("""{ "a": { "state": "SUCCEEDED" }, "b": { "state": "SUCCEEDED" } }""")]
    [InlineData("""{ "createManagedAccountStatus": { "state": "SUCCEEDED", "account": { "accountId": "12" } } }""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void An_unknown_shape_means_that_anything_may_have_changed(string details) =>
        LifecycleEvent.Parse(Sample.ControlTower("EnableNewThing", details)).Kind.ShouldBe(LifecycleEventKind.EverythingChanged);

    [Theory]
    [InlineData("2026-11-16T12:09:32+0000")]
    [InlineData("2026-11-16T12:09:32+00:00")]
    [InlineData("2026-11-16T12:09:32Z")]
    [InlineData("2026-11-16T12:09:32.123456Z")]
    [InlineData("2026-11-16T14:09:32+0200")]
    public void Instants_are_read_however_they_are_written(string text) =>
        LifecycleEvent.Parse(Sample.Managed(Account).Replace("2026-11-16T12:09:32+0000", text, StringComparison.Ordinal))
            .OccurredAt!.Value.ToUnixTimeSeconds().ShouldBe(new DateTimeOffset(2026, 11, 16, 12, 9, 32, TimeSpan.Zero).ToUnixTimeSeconds());

    [Fact]
    public void An_instant_that_cannot_be_read_is_none() =>
        LifecycleEvent.Parse(Sample.Managed(Account).Replace("2026-11-16T12:09:32+0000", "yesterday", StringComparison.Ordinal))
            .OccurredAt.ShouldBe(new DateTimeOffset(2026, 8, 30, 21, 42, 18, TimeSpan.Zero));

    [Fact]
    public void A_schedule_looks_at_everything() =>
        LifecycleEvent.Parse("""{ "source": "aws.events", "detail-type": "Scheduled Event", "id": "x", "time": "2026-08-30T21:42:18Z", "detail": {} }""")
            .Kind.ShouldBe(LifecycleEventKind.EverythingChanged);

    [Fact]
    public void What_another_service_tells_is_not_for_us() =>
        LifecycleEvent.Parse("""{ "source": "aws.ec2", "detail-type": "EC2 Instance State-change Notification", "detail": {} }""")
            .Kind.ShouldBe(LifecycleEventKind.NotForUs);

    [Theory]
    [InlineData("not json")]
    [InlineData("{ \"source\": ")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "source": "aws.controltower" }""")]
    public void What_is_no_event_is_refused_by_name(string json) =>
        Should.Throw<SonraiException>(() => LifecycleEvent.Parse(json)).Problem.Id.ShouldBe(LifecycleProblems.UnreadableId);
}
