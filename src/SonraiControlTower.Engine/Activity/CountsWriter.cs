using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>Writes counts as the store keeps them: numbers in as few bytes as they need, ARNs in UTF-8.</summary>
/// <param name="wordOfCall">The store's number of a call.</param>
/// <param name="wordOfError">The store's number of an error code.</param>
internal sealed class CountsWriter(Func<int, long> wordOfCall, Func<int, long> wordOfError)
{
    private const int LongestNumber = 10;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Write(IReadOnlyCollection<CallCount> calls)
    {
        Write(calls.Count);
        foreach (var count in calls)
        {
            var key = count.Key;
            Write(wordOfCall(key.Call));
            Write(key.Error == 0 ? 0 : wordOfError(key.Error));
            Write(key.IsCopy ? 1 : 0);
            Write(count.Count);
            Write(count.Versioned);
            Write(count.Unplaced);
            Write(count.First);
            Write(count.Last - count.First);
            Write(count.Resources);
            Write(count.Roles);
        }
    }

    public void Write(string? text) => Write(Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(long number)
    {
        var bytes = _bytes.GetSpan(LongestNumber);
        var length = 0;
        for (var rest = (ulong)number; ; rest >>= 7)
        {
            bytes[length++] = (byte)(rest >= 0x80 ? rest | 0x80 : rest);
            if (rest < 0x80)
            {
                break;
            }
        }

        _bytes.Advance(length);
    }

    public void Write(AccountSpan span)
    {
        Write(span.From);
        Write(span.To);
        Write(span.DataCalls.Count);
        foreach (var word in span.DataCalls.Select(wordOfCall).Order())
        {
            Write(word);
        }
    }

    private void Write(ArnSummary? summary)
    {
        Write(summary is null ? 0 : (long)summary.Level + 1);
        if (summary is null)
        {
            return;
        }

        Write(summary.Count);
        foreach (var group in summary.Groups)
        {
            Write(group.Prefix);
            Write((long)group.Level);
            Write(group.Count);
            foreach (var tail in group.Tails)
            {
                Write(tail);
            }
        }
    }

    private void Write(ReadOnlySpan<byte> text)
    {
        Write(text.Length);
        _bytes.Write(text);
    }
}
