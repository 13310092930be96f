using System.Text.Json;
using CsCheck;

namespace SonraiControlTower.Engine.Tests;

public sealed class RecordScanTests
{
    [Fact]
    public void The_scan_and_the_reader_say_the_same_of_any_json() => Gen.Select(Gen.Int, Gen.Int[0, 12]).Sample(
        (seed, records) =>
        {
            var text = LogReading.Utf8(new OddRecords(seed).Log(records));

            LogReading.Of(text, isStrict: false).ShouldBe(LogReading.Of(text, isStrict: true));
        },
        iter: 2_000);

    [Fact]
    public void What_it_learned_of_other_texts_does_not_matter() => Gen.Int.Array[2, 12].Sample(
        seeds =>
        {
            var scan = new RecordScan();
            foreach (var seed in seeds)
            {
                var text = LogReading.Utf8(new OddRecords(seed).Log(6));

                LogReading.Of(text, scan).ShouldBe(LogReading.Of(text, isStrict: true));
            }
        },
        iter: 400);

    [Fact]
    public void More_keys_than_it_can_remember_are_read_all_the_same()
    {
        var scan = new RecordScan();
        for (var file = 0; file < 3; file++)
        {
            var records = Enumerable.Range(0, 40).Select(one => Records.Of(rest: string.Join(',', Enumerable.Range(0, 20).Select(key => $"\"odd{file}-{one}-{key}\":{key}"))));
            var text = LogReading.Utf8(Records.Log([.. records]));

            LogReading.Of(text, scan).ShouldBe(LogReading.Of(text, isStrict: true));
            LogReading.Of(text, scan).ShouldStartWith("40 read, 0 ignored");
        }
    }

    [Fact]
    public void What_it_has_forgotten_makes_no_json_of_what_is_none()
    {
        var keys = Enumerable.Range(0, 200).Select(key => $"\"k{key}\":").ToList();
        foreach (var key in keys)
        {
            var scan = new RecordScan();
            LogReading.Of(LogReading.Utf8(Records.Log(Records.Of(rest: string.Join(',', keys.Select(one => one + "1"))))), scan).ShouldStartWith("1 read");

            LogReading.Of(LogReading.Utf8($"{{\"Records\":[{{,{key}1,\"eventName\":\"a\",\"long enough\":\"to be guessed at\"}}]}}"), scan).ShouldContain("fault 1");
        }
    }

    [Fact]
    public void It_does_not_matter_where_the_pieces_of_a_text_end() => Gen.Select(Gen.Int, Gen.Int[1, 6], Gen.Int[1, 700]).Sample(
        (seed, records, window) =>
        {
            var text = LogReading.Utf8(new OddRecords(seed).Log(records));

            LogReading.Of(text, isStrict: false, window).ShouldBe(LogReading.Of(text, isStrict: false));
        },
        iter: 1_500);

    [Fact]
    public void The_odd_records_are_json_and_most_are_calls()
    {
        var calls = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var record = new OddRecords(seed).Record();
            using var parsed = JsonDocument.Parse(record, new JsonDocumentOptions { MaxDepth = 100 });
            calls += LogReading.Of(LogReading.Utf8($"[{record}]"), isStrict: true).StartsWith("1 read, 0 ignored", StringComparison.Ordinal) ? 1 : 0;
        }

        calls.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void The_scan_itself_reads_records_as_CloudTrail_writes_them()
    {
        var text = LogReading.Utf8(Records.Of(eventName: "GetObject"));
        var record = new CallRecord(new ArnList());
        var scan = new RecordScan();
        scan.Begin(text);

        scan.Read(text, 0, ref record, out var end).ShouldBe(RecordEnd.Read);

        end.ShouldBe(text.Length);
        record.EventName.SequenceEqual("GetObject"u8).ShouldBeTrue();
    }

    [Fact]
    public void What_a_caller_put_into_a_request_is_not_taken_for_the_record()
    {
        var text = Records.Log(Records.Of(
            eventName: "GetObject",
            request: """{"key":{"eventName":"DeleteUser","errorCode":"AccessDenied"},"note":"\"},\"eventName\":\"DeleteUser\",\"x\":{\""}"""));

        LogReading.Of(LogReading.Utf8(text), isStrict: false).ShouldContain("Name = GetObject");
        LogReading.Of(LogReading.Utf8(text), isStrict: false).ShouldNotContain("DeleteUser");
        LogReading.Of(LogReading.Utf8(text), isStrict: false).ShouldContain("0 denied");
    }
}
