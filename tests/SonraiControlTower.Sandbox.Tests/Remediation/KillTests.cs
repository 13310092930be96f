namespace SonraiControlTower.Sandbox.Tests.Remediation;

/// <summary>Whatever moment a remediation is killed at, IAM ends in exactly the old state or exactly the new one.</summary>
public sealed class KillTests
{
    private static readonly AccountId _account = SampleAccounts.BookingWebProd;

    public static TheoryData<string, bool> Ways => new()
    {
        { "undo", false }, { "undo", true }, { "resume", false }, { "resume", true }, { "again", false }, { "again", true },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Killed_before_or_after_any_change_it_is_finished_or_taken_back(string way, bool isAfter)
    {
        using var house = await House.OpenAsync(_account);
        var ticket = await house.TicketAsync(House.AllSafe, "Sensitive");
        var old = house.Picture(_account);
        var whole = await house.RemedyAsync(ticket);
        var (changes, done) = (house.Intruder.Changes, Names(house.Picture(_account, withLedger: false), whole.Remediation.Id));
        (await house.UndoAsync(whole.Remediation)).Problem.ShouldBeNull();
        house.Picture(_account).ShouldBe(old);
        changes.ShouldBeGreaterThan(7);

        for (var at = 1; at <= changes; at++)
        {
            var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
            house.Intruder.Reset(at, isAfter);
            await Should.ThrowAsync<Killed>(() => house.ApplyAsync(plan));
            house.Intruder.Reset();

            var left = house.Journal.Find(plan.Id)!;
            left.Status.ShouldBeOneOf(RemediationStatus.Applying, RemediationStatus.Applied);
            switch (way)
            {
                case "undo":
                    (await house.UndoAsync(left)).Problem.ShouldBeNull($"at {at}");
                    break;
                case "resume":
                    (await house.ResumeAsync(left)).Problem.ShouldBeNull($"at {at}");
                    Names(house.Picture(_account, withLedger: false), plan.Id).ShouldBe(done, $"at {at}");
                    (await house.UndoAsync(house.Journal.Find(plan.Id)!)).Problem.ShouldBeNull($"at {at}");
                    break;
                default:
                    var end = await AgainAsync(house);
                    Names(house.Picture(_account, withLedger: false), end.Id).ShouldBe(done, $"at {at}");
                    (await house.UndoAsync(end)).Problem.ShouldBeNull($"at {at}");
                    break;
            }

            house.Picture(_account).ShouldBe(old, $"at {at}");
        }
    }

    [Fact]
    public async Task Killed_while_it_is_undone_it_is_undone_by_the_next_try()
    {
        using var house = await House.OpenAsync(_account);
        var old = house.Picture(_account);
        var changes = int.MaxValue;
        for (var at = 1; at <= changes; at++)
        {
            var applied = (await house.RemedyAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Remediation;
            house.Intruder.Reset(at, isAfter: at % 2 == 0);
            try
            {
                (await house.UndoAsync(applied)).Problem.ShouldBeNull();
                changes = house.Intruder.Changes;
            }
            catch (Killed)
            {
                house.Intruder.Reset();
                (await house.UndoAsync(house.Journal.Find(applied.Id)!)).Problem.ShouldBeNull($"at {at}");
            }

            house.Intruder.Reset();
            house.Picture(_account).ShouldBe(old, $"at {at}");
        }

        changes.ShouldBeInRange(5, 100);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refused_by_AWS_at_any_change_everything_is_taken_back_at_once(bool isAfter)
    {
        using var house = await House.OpenAsync(_account);
        var old = house.Picture(_account);
        house.Intruder.Throws = () => new SonraiException(AwsProblems.NotAllowed("the change", "an explicit deny."));
        var changes = int.MaxValue;
        for (var at = 1; at < changes; at++)
        {
            house.Intruder.Reset();
            var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;
            house.Intruder.Reset(at, isAfter);
            var end = await house.ApplyAsync(plan);
            if (end.Problem is null)
            {
                changes = at;
                continue;
            }

            end.Problem.Id.ShouldBe("AwsAccessDenied", $"at {at}");
            end.Remediation.Status.ShouldBe(RemediationStatus.RolledBack);
            house.Picture(_account).ShouldBe(old, $"at {at}");
            var ticket = await house.TicketAsync(House.AllSafe, "Sensitive");
            ticket.Status.ShouldBe(TicketStatus.New);
            ticket.Comments![^1].Body.ShouldContain("everything is as it was");
        }

        changes.ShouldBeInRange(8, 100);
    }

    [Fact]
    public async Task Where_nothing_is_allowed_any_more_it_says_that_taking_back_is_not_finished_and_the_next_undo_finishes_it()
    {
        using var house = await House.OpenAsync(_account);
        var old = house.Picture(_account);
        house.Intruder.Throws = () => new SonraiException(AwsProblems.NotAllowed("the change", "an explicit deny."));
        var plan = (await house.PrepareAsync(await house.TicketAsync(House.AllSafe, "Sensitive"))).Plan!;

        house.Intruder.Reset(4, persists: true);
        var end = await house.ApplyAsync(plan);

        end.Problem!.Id.ShouldBe("RollbackIncomplete");
        end.Problem.Remedy.ShouldContain(plan.Id);
        house.Intruder.Reset();
        (await house.UndoAsync(house.Journal.Find(plan.Id)!)).Problem.ShouldBeNull();
        house.Picture(_account).ShouldBe(old);
    }

    /// <summary>The same command once more.</summary>
    private static async Task<SonraiRemediation> AgainAsync(House house)
    {
        for (var round = 0; round < 3; round++)
        {
            var preparation = await house.PrepareAsync((await house.TicketAsync(House.AllSafe, "Sensitive")) with { Evidence = null });
            if (preparation.Plan is not { } plan)
            {
                // The last change of all was made before it was killed.
                return house.Journal.ReadAll().Last(one => one.Status == RemediationStatus.Applied);
            }

            var end = await house.ApplyAsync(plan);
            if (!end.IsOutdated)
            {
                end.Problem.ShouldBeNull();
                return end.Remediation;
            }
        }

        throw new InvalidOperationException("It never fitted.");
    }

    /// <summary>The names of new policies have the id in them: without it, one new state is as another.</summary>
    private static string Names(string picture, string id) =>
        System.Text.RegularExpressions.Regex.Replace(picture, "(Sonrai-[A-Za-z]+-)[0-9a-f]{8}", "$1").Replace(id, "ID", StringComparison.Ordinal);
}
