namespace SonraiControlTower.Engine.Tests.Remediation;

public sealed class LocalJournalTests : IDisposable
{
    private const string Role = "arn:aws:iam::111122223333:role/web";
    private static readonly DateTimeOffset _day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("journal").FullName, "data");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void Nothing_is_opened_before_it_is_needed()
    {
        LocalJournal.Open(_folder).Dispose();

        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public void What_one_session_wrote_another_reads_and_finds_in_any_case()
    {
        using var one = LocalJournal.Open(_folder);
        using var other = LocalJournal.Open(_folder);

        one.TryWrite(Of("b2c3d4e5", _day.AddHours(1))).ShouldBeTrue();
        other.TryWrite(Of("a1b2c3d4", _day.AddHours(2))).ShouldBeTrue();

        one.ReadAll().Select(remediation => remediation.Id).ShouldBe(["b2c3d4e5", "a1b2c3d4"]);
        other.Find("B2C3D4E5")!.Revision.ShouldBe(1);
        other.Find("none").ShouldBeNull();
    }

    [Fact]
    public void Every_kind_of_change_comes_back_as_it_was_written()
    {
        var whole = Of("a1b2c3d4", _day) with
        {
            Steps =
            [
                new RemediationStep(new CreatePolicy("arn:aws:iam::111122223333:policy/p", "p", "/", "{}", Role, new Dictionary<string, string> { ["by"] = "Ana" }), StepState.Done),
                new RemediationStep(new CreatePolicyVersion("arn:aws:iam::111122223333:policy/p", "{}", "v1", ["v1"]), StepState.Begun),
                new RemediationStep(new DeletePolicyVersion("arn:aws:iam::111122223333:policy/p", "v1", "{}")),
                new RemediationStep(new AttachPolicy(Role, "arn:aws:iam::aws:policy/p")),
                new RemediationStep(new DetachPolicy(Role, "arn:aws:iam::aws:policy/p", "{}")),
                new RemediationStep(new PutInlinePolicy(Role, "p", "{\"é\":\"\\\"\"}", null)),
                new RemediationStep(new DeleteInlinePolicy(Role, "p", "{}")),
                new RemediationStep(new PutBoundary(Role, "arn:aws:iam::aws:policy/p", "arn:aws:iam::aws:policy/q")),
                new RemediationStep(new UpdateTrust(Role, "{}", "{ }")),
                new RemediationStep(new RemoveFromGroup("ana", "g")),
                new RemediationStep(new DeactivateAccessKey("ana", "AKIA")),
                new RemediationStep(new DeleteCredential("ana", CredentialKind.Password, "ana")),
                new RemediationStep(new DeleteRole(Role, "/", "{}", null, 3_600, null, new Dictionary<string, string>())),
                new RemediationStep(new DeleteUser("arn:aws:iam::111122223333:user/ana", "/", null, new Dictionary<string, string>())),
                new RemediationStep(
                    new VerifyAccess(Role, new PolicyCollection([new PolicyText("p", null, "{}")], "{}"), ["p"], new Dictionary<string, string> { ["n"] = "{}" }, 7),
                    StepState.Reverted),
            ],
            Policies = [new PolicyReplacement("p", null, "{}", ["{}", "{ }"], RecommendationAdvice.Replace)],
            Remarks = ["one"],
            Reason = "why",
            DueAt = _day.AddDays(7),
            Owner = "me",
        };
        using (var journal = LocalJournal.Open(_folder))
        {
            journal.TryWrite(whole).ShouldBeTrue();
        }

        using var later = LocalJournal.Open(_folder);

        RemediationJson.Write(later.Find(whole.Id)!).ShouldBe(RemediationJson.Write(whole with { Revision = 1 }));
        later.Find(whole.Id)!.Steps.Select(step => step.Change.GetType()).ShouldBe(whole.Steps.Select(step => step.Change.GetType()));
    }

    [Fact]
    public void Who_has_not_seen_the_last_change_writes_nothing()
    {
        using var one = LocalJournal.Open(_folder);
        using var other = LocalJournal.Open(_folder);
        one.TryWrite(Of("a1b2c3d4", _day));
        var seen = other.Find("a1b2c3d4")!;

        one.TryWrite(seen with { Owner = "one" }).ShouldBeTrue();
        other.TryWrite(seen with { Owner = "other" }).ShouldBeFalse();
        other.TryWrite(Of("a1b2c3d4", _day)).ShouldBeFalse();
        other.TryWrite(Of("new00000", _day) with { Revision = 1 }).ShouldBeFalse();

        var now = other.ReadAll().ShouldHaveSingleItem();
        (now.Owner, now.Revision).ShouldBe(("one", 2));
    }

    [Fact]
    public void Of_many_that_write_at_once_one_wins_each_revision()
    {
        const int Sessions = 4;
        const int Each = 15;
        using (var first = LocalJournal.Open(_folder))
        {
            first.TryWrite(Of("a1b2c3d4", _day));
        }

        var won = Enumerable.Range(0, Sessions).AsParallel().WithDegreeOfParallelism(Sessions).Sum(_ =>
        {
            using var journal = LocalJournal.Open(_folder);
            return Enumerable.Range(0, Each).Count(_ => journal.TryWrite(journal.Find("a1b2c3d4")!));
        });

        using var last = LocalJournal.Open(_folder);
        last.Find("a1b2c3d4")!.Revision.ShouldBe(1 + won);
    }

    [Fact]
    public void A_session_that_ends_without_a_word_leaves_what_it_wrote()
    {
        var killed = LocalJournal.Open(_folder);
        killed.TryWrite(Of("a1b2c3d4", _day));

        using var next = LocalJournal.Open(_folder);

        next.TryWrite(next.Find("a1b2c3d4")! with { Owner = "next" }).ShouldBeTrue();
        killed.Dispose();
    }

    [Fact]
    public void A_journal_in_memory_keeps_what_is_written_as_long_as_it_lives()
    {
        using var journal = LocalJournal.Open(null);

        journal.TryWrite(Of("a1b2c3d4", _day)).ShouldBeTrue();

        journal.ReadAll().ShouldHaveSingleItem();
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"id\":")]
    [InlineData("{\"id\":\"a1b2c3d4\"}")]
    [InlineData("""{"id":"a1b2c3d4","status":"Applied","method":"m","identityArn":"i","account":"1","createdAt":"2026-03-01T12:00:00+00:00","changedAt":"2026-03-01T12:00:00+00:00","steps":[{"change":{"kind":"Unknown"}}]}""")]
    public void What_cannot_be_read_is_told_with_the_file_and_left_as_it_is(string json)
    {
        using (var store = Store.Open(_folder))
        {
            store.Write("remediation", "a1b2c3d4", json);
        }

        using (var journal = LocalJournal.Open(_folder))
        {
            Should.Throw<SonraiException>(journal.ReadAll).Problem.Id.ShouldBe("StoreCorrupt");
            Should.Throw<SonraiException>(() => journal.Find("a1b2c3d4")).Problem.Message.ShouldContain(Store.FileName);
            Should.Throw<SonraiException>(() => journal.TryWrite(Of("a1b2c3d4", _day))).Problem.Id.ShouldBe("StoreCorrupt");
        }

        using var after = Store.Open(_folder);
        after.Find("remediation", "a1b2c3d4").ShouldBe(json);
    }

    [Fact]
    public void A_folder_that_could_not_be_opened_is_tried_again()
    {
        File.WriteAllText(_folder, "in the way");
        using var journal = LocalJournal.Open(_folder);
        Should.Throw<SonraiException>(() => journal.TryWrite(Of("a1b2c3d4", _day))).Problem.Id.ShouldBe("StoreUnavailable");

        File.Delete(_folder);

        journal.TryWrite(Of("a1b2c3d4", _day)).ShouldBeTrue();
    }

    [Fact]
    public void Who_only_looks_makes_no_folder()
    {
        using var journal = LocalJournal.Open(_folder);

        journal.ReadAll().ShouldBeEmpty();
        journal.Find("a1b2c3d4").ShouldBeNull();

        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public void It_lies_beside_what_else_the_store_has()
    {
        using var store = Store.Open(_folder);
        store.Write("ticket", "a1b2c3d4", "{}");
        using var journal = LocalJournal.Open(_folder);

        journal.TryWrite(Of("a1b2c3d4", _day)).ShouldBeTrue();

        store.Find("ticket", "a1b2c3d4").ShouldBe("{}");
        store.ReadAll("remediation").Count.ShouldBe(1);
    }

    private static SonraiRemediation Of(string id, DateTimeOffset at) => new()
    {
        Id = id,
        Status = RemediationStatus.Applying,
        Method = RemediationMethod.CreatePolicyAndAssign,
        IdentityArn = Role,
        Account = "111122223333",
        CreatedAt = at,
        ChangedAt = at,
    };
}
