using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class CallJournalTests
{
    [Fact]
    public void Files_that_were_not_kept_leave_nothing() => Gen.Select(Gen.Int, Gen.Bool).Array[1, 8].Sample(
        files =>
        {
            var words = new ActivityWords();
            var (journal, all) = (new CallJournal(new WordCache(words)), new ActivityCounts());
            var wanted = new ActivityCounts();
            foreach (var (seed, isKept) in files)
            {
                var text = LogReading.Utf8(new OddRecords(seed).Log(5));
                Read(journal, text);
                if (isKept)
                {
                    journal.Keep();
                    var alone = new CallJournal(new WordCache(words));
                    Read(alone, text);
                    alone.AddFile(wanted);
                }
            }

            journal.MoveTo(all);

            LogReading.Say(all, words).ShouldBe(LogReading.Say(wanted, words));
        },
        iter: 500);

    [Fact]
    public void What_was_moved_is_not_moved_again()
    {
        var words = new ActivityWords();
        var journal = new CallJournal(new WordCache(words));
        Read(journal, LogReading.Utf8(Records.Log(Records.Of())));
        journal.Keep();
        var (first, second) = (new ActivityCounts(), new ActivityCounts());

        journal.MoveTo(first);
        journal.MoveTo(second);

        first.Calls.Single().Count.ShouldBe(1);
        second.Calls.ShouldBeEmpty();
        second.Accounts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_very_large_file_counts_as_any_other(bool isKept)
    {
        const int Large = 40_000;
        var words = new ActivityWords();
        var (journal, sums) = (new CallJournal(new WordCache(words)), new ActivityCounts());
        Read(journal, LogReading.Utf8(Records.Log(Records.Of())));
        journal.Keep();
        Read(journal, LogReading.Utf8(Records.Log([.. Enumerable.Range(0, Large).Select(_ => Records.Of(eventName: "PutObject", arn: "arn:aws:s3:::b/k"))])));
        if (isKept)
        {
            journal.Keep();
        }

        journal.MoveTo(sums);

        sums.Calls.Sum(call => call.Count).ShouldBe(isKept ? Large + 1 : 1);
    }

    private static void Read(CallJournal journal, byte[] text)
    {
        journal.Clear();
        new LogText(journal, new RecordScan()).Read(text, isFinal: true);
    }
}
