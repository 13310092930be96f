using System.Text;

namespace SonraiControlTower.Engine;

/// <summary>Reads what <see cref="CountsWriter"/> wrote.</summary>
/// <param name="bytes">What it wrote.</param>
/// <param name="callOf">The number, in memory, of a call of the store.</param>
/// <param name="errorOf">The number, in memory, of an error code of the store.</param>
internal sealed class CountsReader(byte[] bytes, Func<long, int> callOf, Func<long, int> errorOf)
{
    private int _at;

    /// <summary>Adds the calls of a principal.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public void ReadCalls(int principal, ActivityCounts counts)
    {
        for (var left = ReadNumber(); left > 0; left--)
        {
            var call = callOf(ReadNumber());
            var error = ReadNumber() is not 0 and var word ? errorOf(word) : 0;
            var isCopy = ReadBytes(1)[0] != 0;
            var count = new CallCount(new CallKey(principal, call, error, isCopy)) { Count = ReadNumber(), Versioned = ReadNumber(), Unplaced = ReadNumber(), First = ReadNumber() };
            count.Last = count.First + ReadNumber();
            count.Resources = ReadSummary();
            count.Roles = ReadSummary();
            counts.Add(count);
        }
    }

    public AccountSpan ReadSpan()
    {
        var span = new AccountSpan { From = ReadNumber(), To = ReadNumber() };
        for (var left = ReadNumber(); left > 0; left--)
        {
            span.DataCalls.Add(callOf(ReadNumber()));
        }

        return span;
    }

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes(ReadNumber()));

    public long ReadNumber()
    {
        ulong number = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var one = ReadBytes(1)[0];
            number |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
            {
                break;
            }
        }

        return (long)number;
    }

    private ArnSummary? ReadSummary()
    {
        var level = ReadNumber();
        if (level == 0)
        {
            return null;
        }

        var groups = new List<ArnGroup>();
        for (var left = ReadNumber(); left > 0; left--)
        {
            var prefix = ReadBytes(ReadNumber());
            var breadth = (TailBreadth)ReadNumber();
            var group = new ArnGroup(prefix, breadth, 0);
            for (var more = ReadNumber(); more > 0; more--)
            {
                group.Put(ReadBytes(ReadNumber()));
            }

            groups.Add(group);
        }

        return new ArnSummary((ArnBreadth)(level - 1), groups);
    }

    private ReadOnlySpan<byte> ReadBytes(long length)
    {
        if (length < 0 || length > bytes.Length - _at)
        {
            throw new InvalidDataException("The counts in the store are damaged.");
        }

        var read = bytes.AsSpan(_at, (int)length);
        _at += (int)length;
        return read;
    }
}
