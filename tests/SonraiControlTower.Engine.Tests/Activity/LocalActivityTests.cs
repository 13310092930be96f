using System.IO.Compression;

namespace SonraiControlTower.Engine.Tests;

public sealed class LocalActivityTests : IDisposable
{
    private const string CloudTrailName = "111122223333_CloudTrail_eu-west-1_20261001T1005Z_AbCdEfGhIjKlMnOp.json.gz";
    private readonly string _folder = Directory.CreateTempSubdirectory("activity").FullName;
    private readonly List<Problem> _problems = [];
    private readonly Store _store;
    private readonly LocalActivity _activity;

    public LocalActivityTests() => (_store, _activity) = Open();

    public void Dispose()
    {
        _activity.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_call_is_use_of_its_action()
    {
        await ImportAsync(Records.Log(
            Records.Of(time: "2026-10-01T10:00:00Z", arn: "arn:aws:s3:::b/k"),
            Records.Of(time: "2026-10-02T10:00:00Z", arn: "arn:aws:s3:::b/k"),
            Records.Of(time: "2026-10-03T10:00:00Z", error: "AccessDenied")));

        var used = (await ListAsync()).ShouldHaveSingleItem();
        used.PrincipalArn.ShouldBe(Records.Role);
        used.PrincipalKind.ShouldBe(PrincipalKind.Role);
        used.Account.ShouldBe("111122223333");
        used.Action.ShouldBe("s3:GetObject");
        (used.Count, used.DeniedCount).ShouldBe((2L, 1L));
        used.FirstUsedAt.ShouldBe(DateTimeOffset.Parse("2026-10-01T10:00:00Z", null));
        used.LastUsedAt.ShouldBe(DateTimeOffset.Parse("2026-10-02T10:00:00Z", null));
        used.LastDeniedAt.ShouldBe(DateTimeOffset.Parse("2026-10-03T10:00:00Z", null));
        used.Resources.ShouldBe(["arn:aws:s3:::b/k"]);
    }

    [Fact]
    public async Task The_last_denied_call_is_told_whatever_came_after_and_in_every_session()
    {
        await ImportAsync(Records.Log(
            Records.Of(time: "2026-10-03T10:00:00Z", error: "AccessDenied"),
            Records.Of(time: "2026-10-02T10:00:00Z", error: "AccessDeniedException"),
            Records.Of(time: "2026-10-05T10:00:00Z", error: "SlowDown"),
            Records.Of(time: "2026-10-04T10:00:00Z")));
        var (store, activity) = Open();

        var told = await activity.ListAsync(new ActivityQuery(), default).ToListAsync();

        told.ShouldHaveSingleItem().LastDeniedAt.ShouldBe(DateTimeOffset.Parse("2026-10-03T10:00:00Z", null));
        activity.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task What_was_never_denied_has_no_last_time_of_it()
    {
        await ImportAsync(Records.Log(Records.Of()));

        (await ListAsync()).ShouldHaveSingleItem().LastDeniedAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_only_denied_has_no_use()
    {
        var done = await ImportAsync(Records.Log(Records.Of(error: "AccessDenied"), Records.Of(error: "SlowDown")));

        var tried = (await ListAsync(new ActivityQuery { OnlyDenied = true })).ShouldHaveSingleItem();
        (tried.Count, tried.DeniedCount, tried.LastUsedAt).ShouldBe((0L, 1L, null));
        (done.Events, done.EventsDenied, done.EventsFailed).ShouldBe((2L, 1L, 1L));
    }

    [Fact]
    public async Task The_bucket_of_an_object_is_no_resource_of_reading_the_object()
    {
        const string Both =
            """ "resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::b/k"},{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b","accountId":"1"}] """;

        await ImportAsync(Records.Log(Records.Of(rest: Both)));

        (await ListAsync()).ShouldHaveSingleItem().Resources.ShouldBe(["arn:aws:s3:::b/k"]);
    }

    [Fact]
    public async Task Where_one_call_does_not_tell_its_resource_none_is_told()
    {
        await ImportAsync(Records.Log(Records.Of(arn: "arn:aws:s3:::b/k"), Records.Of()));

        (await ListAsync()).ShouldHaveSingleItem().Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_a_call_hands_on_is_passed_and_of_other_calls_none_is()
    {
        const string Passed = "arn:aws:iam::111122223333:role/task";

        await ImportAsync(Records.Log(
            Records.Of("CreateFunction20150331", "lambda.amazonaws.com", request: $$"""{"functionName":"f","role":"{{Passed}}"}"""),
            Records.Of("GetObject", request: $$"""{"key":"{{Passed}}"}""")));

        var all = await ListAsync(new ActivityQuery { IncludeInferred = true, Actions = ["iam:PassRole"] });
        var passed = all.ShouldHaveSingleItem();
        passed.Evidence.ShouldBe(ActivityEvidence.Inferred);
        (passed.Count, passed.Resources.ShouldHaveSingleItem()).ShouldBe((1L, Passed));
        (await ListAsync()).Select(used => used.Action).ShouldBe(["lambda:CreateFunction", "s3:GetObject"]);
    }

    [Fact]
    public async Task Principals_are_users_roles_and_roots_and_service_linked_roles_are_left_out_by_default()
    {
        var linked = Records.RoleIdentity.Replace("role/app", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", StringComparison.Ordinal);
        var root = """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"}""";
        var service = """{"type":"AWSService","invokedBy":"ec2.amazonaws.com"}""";
        var account = """{"type":"AWSAccount","principalId":"AROAX","accountId":"999988887777"}""";

        var done = await ImportAsync(Records.Log(
            Records.Of(identity: Records.User("bob")), Records.Of(identity: linked), Records.Of(identity: root), Records.Of(identity: service), Records.Of(identity: account)));

        (done.Events, done.EventsIgnored, done.Principals).ShouldBe((3L, 2L, 3));
        (await ListAsync()).Select(used => (used.PrincipalKind, used.PrincipalArn)).ShouldBe(
            [(PrincipalKind.Root, "arn:aws:iam::111122223333:root"), (PrincipalKind.User, "arn:aws:iam::111122223333:user/bob")]);
        (await ListAsync(new ActivityQuery { IncludeServiceLinked = true })).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_session_without_its_issuer_belongs_to_the_role_that_another_record_names_with_its_path()
    {
        var whole = Records.RoleIdentity.Replace("role/app", "role/team/app", StringComparison.Ordinal);
        var bare = """{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/app/i-2","accountId":"111122223333"}""";

        await ImportAsync(Records.Log(Records.Of(identity: whole), Records.Of(identity: bare)));

        var used = (await ListAsync()).ShouldHaveSingleItem();
        (used.PrincipalArn, used.Count).ShouldBe(("arn:aws:iam::111122223333:role/team/app", 2L));
    }

    [Fact]
    public async Task A_role_whose_path_no_record_tells_is_found_by_its_whole_arn_all_the_same()
    {
        await ImportAsync(Records.Log(Records.Of(identity: """{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/app/i-2"}""")));

        _activity.ReadUsage(ActionCatalog.Embedded).Of("arn:aws:iam::111122223333:role/team/app").ShouldNotBeNull().Actions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_federated_user_with_sessions_of_two_users_loses_no_call()
    {
        static string By(string user) =>
            """{"type":"FederatedUser","arn":"arn:aws:sts::111122223333:federated-user/Bob","sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/USER"}}}"""
                .Replace("USER", user, StringComparison.Ordinal);

        await ImportAsync(Records.Log(Records.Of(identity: By("one")), Records.Of(identity: By("two")), Records.Of(identity: By("one"))));

        (await ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_federated_user_does_is_its_own_in_lists_and_its_users_in_what_the_user_needs()
    {
        var identity = """{"type":"FederatedUser","arn":"arn:aws:sts::111122223333:federated-user/Bob","sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/broker"}}}""";

        await ImportAsync(Records.Log(Records.Of(identity: identity)));

        (await ListAsync()).ShouldHaveSingleItem().PrincipalKind.ShouldBe(PrincipalKind.FederatedUser);
        _activity.ReadUsage(ActionCatalog.Embedded).Of("arn:aws:iam::111122223333:user/broker").ShouldNotBeNull().Actions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_the_resources_owner_has_recorded_too_counts_once()
    {
        const string Shared = "\"eventType\":\"AwsApiCall\",\"sharedEventID\":\"s-1\"";

        await ImportAsync(Records.Log(Records.Of(rest: Shared), Records.Of(rest: Shared, account: "444455556666")));

        (await ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_only_the_resources_owner_has_recorded_counts()
    {
        await ImportAsync(Records.Log(Records.Of(rest: "\"eventType\":\"AwsApiCall\",\"sharedEventID\":\"s-1\"", account: "444455556666")));

        (await ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sign_ins_and_what_services_do_are_no_calls()
    {
        var done = await ImportAsync(Records.Log(
            Records.Of(rest: "\"eventType\":\"AwsConsoleSignIn\""), Records.Of(rest: "\"eventType\":\"AwsServiceEvent\""), Records.Of(rest: "\"eventType\":\"AwsVpceEvent\"")));

        (done.Events, done.EventsIgnored).ShouldBe((0L, 3L));
    }

    [Fact]
    public async Task Calls_that_are_not_known_are_kept_and_told()
    {
        var done = await ImportAsync(Records.Log(Records.Of("Frobnicate", "nowhere.amazonaws.com"), Records.Of("Frobnicate", "nowhere.amazonaws.com"), Records.Of()));

        done.UnknownCalls.ShouldBe([new UnknownCall("nowhere.amazonaws.com", "Frobnicate", 2)]);
        done.Events.ShouldBe(3);
    }

    [Theory]
    [InlineData("{\"Records\":[@,@]}")]
    [InlineData("[@,@]")]
    [InlineData("@\n@\n")]
    [InlineData("\uFEFF{\"Records\":[@,@]}")]
    [InlineData("{\"Records\":[@]}{\"Records\":[@]}")]
    [InlineData("{\"Records\":[@]}\n\uFEFF{\"Records\":[@]}\n")]
    [InlineData("{\"NextToken\":\"x\",\"Events\":[#,#],\"More\":{}}")]
    [InlineData("{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":@}\n{\"detail\":@}")]
    public async Task Records_are_found_in_every_form_that_tools_write(string form)
    {
        var wrapped = $"{{\"EventId\":\"e\",\"CloudTrailEvent\":{System.Text.Json.JsonSerializer.Serialize(Records.Of())}}}";

        var done = await ImportAsync(form.Replace("@", Records.Of(), StringComparison.Ordinal).Replace("#", wrapped, StringComparison.Ordinal));

        (done.Files, done.Events).ShouldBe((1, 2L));
        _problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Joined_gzip_members_are_one_file()
    {
        byte[] joined = [.. Gzip(Records.Log(Records.Of())), .. Gzip(Records.Log(Records.Of()))];

        var done = await ImportAsync(("joined.json.gz", joined));

        (done.Files, done.Events).ShouldBe((1, 2L));
    }

    [Fact]
    public async Task A_file_counts_once_under_whatever_name()
    {
        var file = Gzip(Records.Log(Records.Of()));

        await ImportAsync(("a.json.gz", file), ("b.json.gz", file));
        var again = await ImportAsync(("c.json.gz", file));

        (again.Files, again.FilesSkipped).ShouldBe((0, 1));
        (await ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_file_is_told_with_the_place_and_the_whole_one_takes_its_place()
    {
        var log = Records.Log(Records.Of(), Records.Of("PutObject"), Records.Of());
        var cut = log[..(log.IndexOf("PutObject", StringComparison.Ordinal) + 20)];

        var first = await ImportAsync((CloudTrailName, Gzip(cut)));
        var before = await ListAsync();
        var second = await ImportAsync((CloudTrailName, Gzip(log)));

        (first.FilesDamaged, first.Events).ShouldBe((1, 1L));
        _problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityFileDamaged");
        _problems[0].Message.ShouldContain($"from byte {cut.Length} of");
        before.ShouldHaveSingleItem().Count.ShouldBe(1);
        second.Files.ShouldBe(1);
        (await ListAsync()).Select(used => (used.Action, used.Count)).ShouldBe([("s3:GetObject", 2L), ("s3:PutObject", 1L)]);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_damaged_copy_of_a_whole_file_counts_nothing_whichever_comes_first(bool isDamagedFirst, bool areTogether)
    {
        var log = Records.Log(Records.Of(), Records.Of("PutObject"), Records.Of());
        var (whole, cut) = (($"whole/{CloudTrailName}", Gzip(log)), ($"cut/{CloudTrailName}", Gzip(log[..^30])));
        (string, byte[])[] files = isDamagedFirst ? [cut, whole] : [whole, cut];

        if (areTogether)
        {
            await ImportAsync(files);
        }
        else
        {
            await ImportAsync(files[0]);
            await ImportAsync(files[1]);
        }

        _problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityFileDamaged");
        (await ListAsync()).Select(used => (used.Action, used.Count)).ShouldBe([("s3:GetObject", 2L), ("s3:PutObject", 1L)]);
    }

    [Fact]
    public async Task A_damaged_file_that_comes_again_damaged_counts_once()
    {
        var log = Records.Log(Records.Of(), Records.Of());

        await ImportAsync((CloudTrailName, LogReading.Utf8(log[..^20])));
        await ImportAsync((CloudTrailName, LogReading.Utf8(log[..^10])));
        await ImportAsync(("copy.json", LogReading.Utf8(log[..^10])));

        (await ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_gzip_file_that_breaks_off_is_damaged_wherever_it_breaks()
    {
        var records = Enumerable.Range(0, 40).Select(i => Records.Of(request: $"{{\"key\":\"{Guid.NewGuid()}\"}}")).ToArray();
        var whole = Gzip(string.Join('\n', records));

        for (var length = 1; length < whole.Length; length += 1 + (whole.Length / 60))
        {
            using var store = Store.Open(null);
            using var activity = new LocalActivity(store, () => ActionCatalog.Embedded, TimeProvider.System);
            var done = await activity.ImportAsync(Files(("x.gz", whole[..length])), _ => { }, CancellationToken.None);
            (done.Files, done.FilesDamaged + done.FilesForeign).ShouldBe((0, 1), $"{length} of {whole.Length} bytes");
        }

        (await ImportAsync(("x.gz", whole))).Events.ShouldBe(40);
    }

    [Theory]
    [InlineData("", "ActivityFileEmpty")]
    [InlineData("  \n", "ActivityFileEmpty")]
    [InlineData("hello", "ActivityFileForeign")]
    [InlineData("{\"awsAccountId\":\"1\",\"digestStartTime\":\"x\"}", "ActivityFileForeign")]
    [InlineData("{\"Records\":[{\"eventName\":\"x\"}]}", "ActivityFileForeign")]
    [InlineData("{\"eventName\":\"x\",\"eventSource\":\"y\"}", "ActivityFileForeign")]
    [InlineData("{\"Records\":[", "ActivityFileDamaged")]
    public async Task What_is_no_log_is_told(string text, string problem)
    {
        var done = await ImportAsync(text);

        _problems.ShouldHaveSingleItem().Id.ShouldBe(problem);
        (done.Files, done.FilesDamaged + done.FilesForeign).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("{\"eventName\":\"GetObject\",\"eventSource\":\"s3.amazonaws.com\"}")]
    [InlineData("{\"hello\":\"world\"}")]
    public async Task What_lacks_the_rest_of_a_record_is_told_and_the_others_count(string lacking)
    {
        var lines = $"{Records.Of()}\n{lacking}\n{Records.Of()}";
        var array = Records.Log(Records.Of(), lacking, Records.Of());

        var done = await ImportAsync(("lines.json", LogReading.Utf8(lines)), ("array.json", LogReading.Utf8(array)));

        (done.Files, done.FilesDamaged, done.Events).ShouldBe((0, 2, 4));
        _problems.ShouldAllBe(problem => problem.Id == "ActivityRecordsIncomplete");
        _problems.Select(problem => problem.Message).Order(StringComparer.Ordinal).ShouldBe(
        [
            $"1 of the records in 'array.json' has no eventTime, eventSource or eventName; the first is at byte {array.IndexOf(lacking, StringComparison.Ordinal)} of its text.",
            $"1 of the records in 'lines.json' has no eventTime, eventSource or eventName; the first is at byte {lines.IndexOf(lacking, StringComparison.Ordinal)} of its text.",
        ]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_and_the_others_are_read()
    {
        var gone = new LogFile("gone.json", 10) { Path = Path.Combine(_folder, "gone.json") };

        var done = await _activity.ImportAsync(Files(("a.json", LogReading.Utf8(Records.Log(Records.Of())))).Prepend(gone), Tell, CancellationToken.None);

        _problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityFileUnreadable");
        done.Files.ShouldBe(1);
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was()
    {
        var files = Enumerable.Range(0, 30).Select(i => ($"{i}.json", LogReading.Utf8(Records.Log(Records.Of(time: $"2026-10-01T10:00:{i:D2}Z"))))).ToArray();
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => _activity.ImportAsync(
            Files(files), news => Stop(stop, news.Files >= 10), stop.Token));
        var counted = (await ListAsync()).Sum(used => used.Count);
        var rest = await ImportAsync(files);

        counted.ShouldBeGreaterThanOrEqualTo(10);
        rest.FilesSkipped.ShouldBe((int)counted);
        (await ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(30);
    }

    [Fact]
    public async Task Many_small_batches_make_the_same_as_one()
    {
        var files = Enumerable.Range(0, 25).Select(i => ($"{i}.json", LogReading.Utf8(new OddRecords(i).Log(6)))).ToArray();
        using var store = Store.Open(null);
        using var other = new LocalActivity(store, () => ActionCatalog.Embedded, new FakeTimeProvider(), new ImportPace(1, TimeSpan.MaxValue));

        await ImportAsync(files);
        await other.ImportAsync(Files(files), _ => { }, CancellationToken.None);

        var (one, many) = (await ListAsync(), await other.ListAsync(new ActivityQuery(), CancellationToken.None).ToListAsync());
        many.Select(Say).ShouldBe(one.Select(Say));
    }

    [Fact]
    public async Task What_was_counted_is_there_in_the_next_session()
    {
        await ImportAsync(Records.Log(Records.Of(arn: "arn:aws:s3:::b/k")));
        var before = (await ListAsync()).Select(Say).ToList();
        _activity.Dispose();
        _store.Dispose();

        var (store, activity) = Open();
        using (store)
        using (activity)
        {
            (await activity.ListAsync(new ActivityQuery(), CancellationToken.None).ToListAsync()).Select(Say).ShouldBe(before);
        }
    }

    [Fact]
    public async Task Two_imports_into_one_folder_do_not_run_at_once()
    {
        var (store, other) = Open();
        using var _ = store;
        using var __ = other;
        SonraiException? refused = null;

        await _activity.ImportAsync(
            Files(("a.json", LogReading.Utf8(Records.Log(Records.Of())))),
            news => refused = Should.Throw<SonraiException>(() => other.ImportAsync(Files(), _ => { }, CancellationToken.None).GetAwaiter().GetResult()),
            CancellationToken.None);

        refused!.Problem.Id.ShouldBe("StoreBusy");
    }

    [Fact]
    public async Task The_files_of_a_folder_come_in_the_order_of_their_names_and_a_path_that_is_not_there_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "logs", "b"));
        foreach (var name in (string[])["b/2.json.gz", "b/1.JSON", "c.txt", "a.json"])
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "logs", name), "x");
        }

        var files = await _activity.FilesAsync(Path.Combine(_folder, "logs"), CancellationToken.None).ToListAsync();

        files.Select(file => Path.GetFileName(file.Name)).ShouldBe(["a.json", "1.JSON", "2.json.gz"]);
        (await Should.ThrowAsync<SonraiException>(() => _activity.FilesAsync(Path.Combine(_folder, "none"), CancellationToken.None).ToListAsync().AsTask()))
            .Problem.Id.ShouldBe("ActivityPathNotFound");
    }

    [Fact]
    public async Task Usage_tells_what_the_logs_of_an_account_cover()
    {
        await ImportAsync(Records.Log(
            Records.Of(time: "2026-10-01T00:00:00Z", rest: "\"eventCategory\":\"Data\""), Records.Of("ListUsers", "iam.amazonaws.com", time: "2026-10-09T00:00:00Z")));

        var covered = _activity.ReadUsage(ActionCatalog.Embedded).CoverageOf(AccountId.Parse("111122223333")).ShouldNotBeNull();

        (covered.From, covered.To).ShouldBe((DateTimeOffset.Parse("2026-10-01Z", null), DateTimeOffset.Parse("2026-10-09Z", null)));
        covered.DataEventServices.ShouldBe(["s3"], ignoreOrder: true);
    }

    private static void Stop(CancellationTokenSource stop, bool isTime)
    {
        if (isTime)
        {
            stop.Cancel();
        }
    }

    private static string Say(SonraiActivity used) =>
        $"{used.PrincipalArn} {used.Action} {used.Count} {used.DeniedCount} {used.FirstUsedAt:O} {used.LastUsedAt:O} {string.Join(' ', used.Resources)}";

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(LogReading.Utf8(text));
        }

        return packed.ToArray();
    }

    private static IAsyncEnumerable<LogFile> Files(params (string Name, byte[] Bytes)[] files) => files
        .Select(file => new LogFile(file.Name, file.Bytes.Length) { OpenAsync = _ => Task.FromResult<Stream>(new MemoryStream(file.Bytes)) })
        .ToAsyncEnumerable();

    private (Store Store, LocalActivity Activity) Open()
    {
        var store = Store.Open(_folder);
        return (store, new LocalActivity(store, () => ActionCatalog.Embedded, TimeProvider.System));
    }

    private Task<SonraiActivityImport> ImportAsync(string text) => ImportAsync(($"{Guid.NewGuid()}.json", LogReading.Utf8(text)));

    private Task<SonraiActivityImport> ImportAsync(params (string Name, byte[] Bytes)[] files) => _activity.ImportAsync(Files(files), Tell, CancellationToken.None);

    private void Tell(ActivityNews news)
    {
        if (news.Problem is { } problem)
        {
            _problems.Add(problem);
        }
    }

    private async Task<List<SonraiActivity>> ListAsync(ActivityQuery? query = null) =>
        await _activity.ListAsync(query ?? new ActivityQuery(), CancellationToken.None).ToListAsync();
}
