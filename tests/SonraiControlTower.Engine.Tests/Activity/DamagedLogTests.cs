using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class DamagedLogTests
{
    private static readonly string[] _records = [.. Enumerable.Range(0, 20).Select(i => Records.Of(
        eventName: i % 2 == 0 ? "GetObject" : "PutObject",
        time: $"2026-10-01T10:00:{i:D2}Z",
        request: $$"""{"bucketName":"b","key":"k{{i}}","tags":[{"a":"\"{"}]}""",
        arn: $"arn:aws:s3:::b/k{i}"))];

    private static readonly byte[] _text = LogReading.Utf8(Records.Log(_records));

    [Fact]
    public void A_text_that_breaks_off_counts_its_whole_records_and_is_told() => Gen.Int[0, _text.Length - 1].Sample(
        length =>
        {
            var whole = 0;
            for (var end = "{\"Records\":[".Length; whole < _records.Length && (end += _records[whole].Length) <= length; end++)
            {
                whole++;
            }

            var said = LogReading.Of(_text[..length], isStrict: false);

            said.ShouldStartWith($"{whole} read, 0 ignored");
            if (length > 0)
            {
                said.ShouldContain($"fault {length}\n");
            }
        },
        iter: 2_000);

    [Fact]
    public void A_byte_that_was_changed_never_crashes_the_reading_nor_makes_calls_that_nobody_made() =>
        Gen.Select(Gen.Int[0, _text.Length - 1], Gen.Byte, Gen.Int[1, 5_000]).Sample(
            (at, value, window) =>
            {
                var text = (byte[])_text.Clone();
                text[at] = value;
                var (scanned, read) = (LogReading.Of(text, isStrict: false, window), LogReading.Of(text, isStrict: true));

                // The reader looks into everything. Where it finds no fault, neither does the scan, and both say the same.
                if (read.Contains("fault \n", StringComparison.Ordinal))
                {
                    scanned.ShouldBe(read);
                }
                else
                {
                    Count(scanned).ShouldBeInRange(Count(read), _records.Length);
                }
            },
            iter: 4_000);

    [Fact]
    public void Bytes_of_any_kind_never_crash_the_reading() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[1, 300]).Sample(
        (bytes, window) =>
        {
            LogReading.Of(bytes, isStrict: false, window);
            LogReading.Of(LogReading.Utf8("{\"Records\":[{").Concat(bytes).ToArray(), isStrict: false, window);
        },
        iter: 2_000);

    [Fact]
    public void Several_changes_at_once_never_crash_the_reading() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 9]).Sample(
        (seed, changes) =>
        {
            var random = new Random(seed);
            var text = LogReading.Utf8(new OddRecords(seed).Log(4)).ToList();
            for (var i = 0; i < changes && text.Count > 0; i++)
            {
                var at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0:
                        text.RemoveAt(at);
                        break;
                    case 1:
                        text.Insert(at, (byte)"{}[]\",:\\ \n"[random.Next(10)]);
                        break;
                    default:
                        text[at] = (byte)random.Next(256);
                        break;
                }
            }

            LogReading.Of([.. text], isStrict: false, 1 + random.Next(400));
        },
        iter: 2_000);

    private static int Count(string said) => int.Parse(said.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
