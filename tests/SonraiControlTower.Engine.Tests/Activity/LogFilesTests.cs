namespace SonraiControlTower.Engine.Tests;

/// <summary>Files in every form, damaged ones and others.</summary>
public sealed class LogFilesTests : IDisposable
{
    private const string CloudTrailName = "111122223333_CloudTrail_eu-west-1_20261001T1005Z_AbCdEfGhIjKlMnOp.json.gz";
    private readonly ImportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

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

        var done = await _desk.ImportAsync(form.Replace("@", Records.Of(), StringComparison.Ordinal).Replace("#", wrapped, StringComparison.Ordinal));

        (done.Files, done.Events).ShouldBe((1, 2L));
        _desk.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Joined_gzip_members_are_one_file()
    {
        byte[] joined = [.. ImportDesk.Gzip(Records.Log(Records.Of())), .. ImportDesk.Gzip(Records.Log(Records.Of()))];

        var done = await _desk.ImportAsync(("joined.json.gz", joined));

        (done.Files, done.Events).ShouldBe((1, 2L));
    }

    [Fact]
    public async Task A_file_counts_once_under_whatever_name()
    {
        var file = ImportDesk.Gzip(Records.Log(Records.Of()));

        await _desk.ImportAsync(("a.json.gz", file), ("b.json.gz", file));
        var again = await _desk.ImportAsync(("c.json.gz", file));

        (again.Files, again.FilesSkipped).ShouldBe((0, 1));
        (await _desk.ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_file_is_told_with_the_place_and_the_whole_one_takes_its_place()
    {
        var log = Records.Log(Records.Of(), Records.Of("PutObject"), Records.Of());
        var cut = log[..(log.IndexOf("PutObject", StringComparison.Ordinal) + 20)];

        var first = await _desk.ImportAsync((CloudTrailName, ImportDesk.Gzip(cut)));
        var before = await _desk.ListAsync();
        var second = await _desk.ImportAsync((CloudTrailName, ImportDesk.Gzip(log)));

        (first.FilesDamaged, first.Events).ShouldBe((1, 1L));
        _desk.Problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityFileDamaged");
        _desk.Problems[0].Message.ShouldContain($"from byte {cut.Length} of");
        before.ShouldHaveSingleItem().Count.ShouldBe(1);
        second.Files.ShouldBe(1);
        (await _desk.ListAsync()).Select(used => (used.Action, used.Count)).ShouldBe([("s3:GetObject", 2L), ("s3:PutObject", 1L)]);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_damaged_copy_of_a_whole_file_counts_nothing_whichever_comes_first(bool isDamagedFirst, bool areTogether)
    {
        var log = Records.Log(Records.Of(), Records.Of("PutObject"), Records.Of());
        var (whole, cut) = (($"whole/{CloudTrailName}", ImportDesk.Gzip(log)), ($"cut/{CloudTrailName}", ImportDesk.Gzip(log[..^30])));
        (string, byte[])[] files = isDamagedFirst ? [cut, whole] : [whole, cut];

        if (areTogether)
        {
            await _desk.ImportAsync(files);
        }
        else
        {
            await _desk.ImportAsync(files[0]);
            await _desk.ImportAsync(files[1]);
        }

        _desk.Problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityFileDamaged");
        (await _desk.ListAsync()).Select(used => (used.Action, used.Count)).ShouldBe([("s3:GetObject", 2L), ("s3:PutObject", 1L)]);
    }

    [Fact]
    public async Task A_damaged_file_that_comes_again_damaged_counts_once()
    {
        var log = Records.Log(Records.Of(), Records.Of());

        await _desk.ImportAsync((CloudTrailName, LogReading.Utf8(log[..^20])));
        await _desk.ImportAsync((CloudTrailName, LogReading.Utf8(log[..^10])));
        await _desk.ImportAsync(("copy.json", LogReading.Utf8(log[..^10])));

        (await _desk.ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_gzip_file_that_breaks_off_is_damaged_wherever_it_breaks()
    {
        var records = Enumerable.Range(0, 40).Select(i => Records.Of(request: $"{{\"key\":\"{Guid.NewGuid()}\"}}")).ToArray();
        var whole = ImportDesk.Gzip(string.Join('\n', records));

        for (var length = 1; length < whole.Length; length += 1 + (whole.Length / 60))
        {
            using var store = Store.Open(null);
            using var activity = new LocalActivity(store, () => ActionCatalog.Embedded, TimeProvider.System);
            var done = await activity.ImportAsync(ImportDesk.Files(("x.gz", whole[..length])), _ => { }, CancellationToken.None);
            (done.Files, done.FilesDamaged + done.FilesForeign).ShouldBe((0, 1), $"{length} of {whole.Length} bytes");
        }

        (await _desk.ImportAsync(("x.gz", whole))).Events.ShouldBe(40);
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
        var done = await _desk.ImportAsync(text);

        _desk.Problems.ShouldHaveSingleItem().Id.ShouldBe(problem);
        (done.Files, done.FilesDamaged + done.FilesForeign).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("{\"eventName\":\"GetObject\",\"eventSource\":\"s3.amazonaws.com\"}")]
    [InlineData("{\"hello\":\"world\"}")]
    public async Task What_lacks_the_rest_of_a_record_is_told_and_the_others_count(string lacking)
    {
        var lines = $"{Records.Of()}\n{lacking}\n{Records.Of()}";
        var array = Records.Log(Records.Of(), lacking, Records.Of());

        var done = await _desk.ImportAsync(("lines.json", LogReading.Utf8(lines)), ("array.json", LogReading.Utf8(array)));

        (done.Files, done.FilesDamaged, done.Events).ShouldBe((0, 2, 4));
        _desk.Problems.ShouldAllBe(problem => problem.Id == "ActivityRecordsIncomplete");
        _desk.Problems.Select(problem => problem.Message).Order(StringComparer.Ordinal).ShouldBe(
        [
            $"1 of the records in 'array.json' has no eventTime, eventSource or eventName; the first is at byte {array.IndexOf(lacking, StringComparison.Ordinal)} of its text.",
            $"1 of the records in 'lines.json' has no eventTime, eventSource or eventName; the first is at byte {lines.IndexOf(lacking, StringComparison.Ordinal)} of its text.",
        ]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_and_the_others_are_read()
    {
        var gone = new LogFile("gone.json", 10) { Path = Path.Combine(_desk.Folder, "gone.json") };

        var done = await _desk.Activity.ImportAsync(ImportDesk.Files(("a.json", LogReading.Utf8(Records.Log(Records.Of())))).Prepend(gone), _desk.Tell, CancellationToken.None);

        _desk.Problems.ShouldHaveSingleItem().Id.ShouldBe("ActivityFileUnreadable");
        done.Files.ShouldBe(1);
    }

    [Fact]
    public async Task The_files_of_a_folder_come_in_the_order_of_their_names_and_a_path_that_is_not_there_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_desk.Folder, "logs", "b"));
        foreach (var name in (string[])["b/2.json.gz", "b/1.JSON", "c.txt", "a.json"])
        {
            await File.WriteAllTextAsync(Path.Combine(_desk.Folder, "logs", name), "x");
        }

        var files = await _desk.Activity.FilesAsync(Path.Combine(_desk.Folder, "logs"), CancellationToken.None).ToListAsync();

        files.Select(file => Path.GetFileName(file.Name)).ShouldBe(["a.json", "1.JSON", "2.json.gz"]);
        (await Should.ThrowAsync<SonraiException>(() => _desk.Activity.FilesAsync(Path.Combine(_desk.Folder, "none"), CancellationToken.None).ToListAsync().AsTask()))
            .Problem.Id.ShouldBe("ActivityPathNotFound");
    }
}
