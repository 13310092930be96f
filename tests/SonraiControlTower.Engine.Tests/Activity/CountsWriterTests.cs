using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class CountsWriterTests
{
    [Fact]
    public void Numbers_and_texts_come_back_as_they_were() => Gen.Select(Gen.Long, Gen.String, Gen.Int[0, 63]).Array[0, 20].Sample(all =>
    {
        var writer = new CountsWriter(call => call, error => error);
        writer.Write(7);
        writer.Clear();
        foreach (var (number, text, shift) in all)
        {
            writer.Write(number >> shift);
            writer.Write(text);
        }

        var reader = new CountsReader(writer.Written.ToArray(), word => (int)word, word => (int)word);
        foreach (var (number, text, shift) in all)
        {
            reader.ReadNumber().ShouldBe(number >> shift);
            LogReading.Utf8(reader.ReadText()).ShouldBe(LogReading.Utf8(text));
        }
    });

    [Fact]
    public void Counts_come_back_as_they_were() => Gen.Int.Sample(
        seed =>
        {
            var words = new ActivityWords();
            var (journal, counts) = (new CallJournal(new WordCache(words)), new ActivityCounts());
            journal.Clear();
            new LogText(journal, new RecordScan()).Read(LogReading.Utf8(new OddRecords(seed).Log(12)), isFinal: true);
            journal.AddFile(counts);
            var writer = new CountsWriter(call => call, error => error);
            ActivityPacking.Write(writer, counts, words);
            var again = new ActivityCounts();

            ActivityPacking.Read(new CountsReader(writer.Written.ToArray(), word => (int)word, word => (int)word), again, words);

            LogReading.Say(again, words).ShouldBe(LogReading.Say(counts, words));
        },
        iter: 500);
}
