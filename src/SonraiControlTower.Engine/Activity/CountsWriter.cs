namespace SonraiControlTower.Engine;

/// <summary>Writes counts as the store keeps them: numbers in as few bytes as they need, ARNs in UTF-8.</summary>
/// <param name="wordOfCall">The store's number of a call.</param>
/// <param name="wordOfError">The store's number of an error code.</param>
internal sealed class CountsWriter(Func<int, long> wordOfCall, Func<int, long> wordOfError) : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private BinaryWriter? _writer;

    private BinaryWriter Writer => _writer ??= new BinaryWriter(_bytes);

    /// <summary>What was written since the last time, and begins anew.</summary>
    public byte[] Take()
    {
        Writer.Flush();
        var taken = _bytes.ToArray();
        _bytes.SetLength(0);
        return taken;
    }

    public void Write(IReadOnlyCollection<KeyValuePair<CallKey, CallCount>> calls)
    {
        Write(calls.Count);
        foreach (var (key, count) in calls)
        {
            Write(wordOfCall(key.Call));
            Write(key.Error == 0 ? 0 : wordOfError(key.Error));
            Writer.Write(key.IsCopy);
            Write(count.Count);
            Write(count.Versioned);
            Write(count.Unplaced);
            Write(count.First);
            Write(count.Last - count.First);
            Write(count.Resources);
            Write(count.Roles);
        }
    }

    public void Write(string? text) => Writer.Write(text ?? "");

    public void Write(long number) => Writer.Write7BitEncodedInt64(number);

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

    public void Dispose()
    {
        _writer?.Dispose();
        _bytes.Dispose();
    }

    private void Write(ArnSummary? summary)
    {
        Write(summary is null ? 0 : (long)summary.Level + 1);
        if (summary is null)
        {
            return;
        }

        Write(summary.Groups.Count);
        foreach (var group in summary.Groups)
        {
            Write(group.Prefix);
            Write((long)group.Level);
            Write(group.Tails.Count);
            foreach (var tail in group.Tails)
            {
                Write(tail);
            }
        }
    }

    private void Write(byte[] text)
    {
        Write(text.Length);
        Writer.Write(text);
    }
}
