namespace SonraiControlTower.Engine.Tests;

/// <summary>Imports one after the other, and those that were stopped.</summary>
public sealed class ImportRunsTests : IDisposable
{
    private readonly ImportDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was()
    {
        var files = Enumerable.Range(0, 30).Select(i => ($"{i}.json", LogReading.Utf8(Records.Log(Records.Of(time: $"2026-10-01T10:00:{i:D2}Z"))))).ToArray();
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => _desk.Activity.ImportAsync(
            ImportDesk.Files(files), news => Stop(stop, news.Files >= 10), stop.Token));
        var counted = (await _desk.ListAsync()).Sum(used => used.Count);
        var rest = await _desk.ImportAsync(files);

        counted.ShouldBeGreaterThanOrEqualTo(10);
        rest.FilesSkipped.ShouldBe((int)counted);
        (await _desk.ListAsync()).ShouldHaveSingleItem().Count.ShouldBe(30);
    }

    [Fact]
    public async Task Many_small_batches_make_the_same_as_one()
    {
        var files = Enumerable.Range(0, 25).Select(i => ($"{i}.json", LogReading.Utf8(new OddRecords(i).Log(6)))).ToArray();
        using var store = Store.Open(null);
        using var other = new LocalActivity(store, () => ActionCatalog.Embedded, new FakeTimeProvider(), new ImportPace(1, TimeSpan.MaxValue));

        await _desk.ImportAsync(files);
        await other.ImportAsync(ImportDesk.Files(files), _ => { }, CancellationToken.None);

        var (one, many) = (await _desk.ListAsync(), await other.ListAsync(new ActivityQuery(), CancellationToken.None).ToListAsync());
        many.Select(Say).ShouldBe(one.Select(Say));
    }

    [Fact]
    public async Task What_was_counted_is_there_in_the_next_session()
    {
        await _desk.ImportAsync(Records.Log(Records.Of(arn: "arn:aws:s3:::b/k")));
        var before = (await _desk.ListAsync()).Select(Say).ToList();
        _desk.Activity.Dispose();
        _desk.Store.Dispose();

        var (store, activity) = _desk.Open();
        using (store)
        using (activity)
        {
            (await activity.ListAsync(new ActivityQuery(), CancellationToken.None).ToListAsync()).Select(Say).ShouldBe(before);
        }
    }

    [Fact]
    public async Task Two_imports_into_one_folder_do_not_run_at_once()
    {
        var (store, other) = _desk.Open();
        using var _ = store;
        using var __ = other;
        SonraiException? refused = null;

        await _desk.Activity.ImportAsync(
            ImportDesk.Files(("a.json", LogReading.Utf8(Records.Log(Records.Of())))),
            news => refused = Should.Throw<SonraiException>(() => other.ImportAsync(ImportDesk.Files(), _ => { }, CancellationToken.None).GetAwaiter().GetResult()),
            CancellationToken.None);

        refused!.Problem.Id.ShouldBe("StoreBusy");
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
}
