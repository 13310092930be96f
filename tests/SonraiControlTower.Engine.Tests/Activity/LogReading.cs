using System.Globalization;
using System.Text;

namespace SonraiControlTower.Engine.Tests;

/// <summary>Reads a text as a file would be, and says what came of it so that two readings can be compared.</summary>
internal static class LogReading
{
    public static string Of(byte[] text, bool isStrict, int window = int.MaxValue) => Of(text, isStrict ? null : new RecordScan(), window);

    /// <param name="text">The text.</param>
    /// <param name="scan">Null to read it token by token.</param>
    /// <param name="window">How much of it is looked at at once, to begin with.</param>
    public static string Of(byte[] text, RecordScan? scan, int window = int.MaxValue)
    {
        var words = new ActivityWords();
        var journal = new CallJournal(new WordCache(words));
        journal.Clear();
        var log = new LogText(journal, scan);
        Feed(log, text, window);
        var counts = new ActivityCounts();
        journal.AddFile(counts);
        return $"{journal.Events} read, {journal.Ignored} ignored, {journal.Denied} denied, {log.Incomplete.Count} lacking, fault {log.Fault?.Offset}\n{Say(counts, words)}";
    }

    public static string Say(ActivityCounts counts, ActivityWords words)
    {
        var lines = counts.Calls.Select(call => string.Create(
            CultureInfo.InvariantCulture,
            $"{words.Principals[call.Key.Principal]} {words.Calls[call.Key.Call]} {words.Errors[call.Key.Error]} {call.Key.IsCopy} {call.Count} v{call.Versioned} u{call.Unplaced} {call.First}-{call.Last} {Say(call.Resources)} roles {Say(call.Roles)}"));
        var accounts = counts.Accounts.Select(account => string.Create(
            CultureInfo.InvariantCulture,
            $"{words.Accounts[account.Key]} {account.Value.From}-{account.Value.To} {string.Join(',', account.Value.DataCalls.Select(call => words.Calls[call].ToString()).Order(StringComparer.Ordinal))}"));
        return string.Join('\n', lines.Concat(accounts).Order(StringComparer.Ordinal));
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Say(ArnSummary? summary) => summary is null ? "-" : $"[{summary.Level} {string.Join(' ', summary.Patterns())}]";

    private static void Feed(LogText log, byte[] text, int window)
    {
        // As the reader of files does: a window that slides, and grows where a record does not fit.
        var (start, size) = (0, Math.Min(window, text.Length));
        while (true)
        {
            var end = Math.Min(text.Length, start + size);
            var isFinal = end == text.Length;
            var used = log.Read(text.AsSpan(start, end - start), isFinal);
            if (isFinal || log.Fault is not null)
            {
                return;
            }

            start += used;
            size = used == 0 ? size * 2 : size;
        }
    }
}
