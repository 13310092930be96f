using System.Runtime.CompilerServices;

namespace SonraiControlTower.Engine;

/// <summary>ARNs one after the other in one piece of memory, which is used again and again.</summary>
internal sealed class ArnList
{
    private const int FirstBytes = 1024;
    private const int FirstArns = 16;
    private byte[] _bytes = new byte[FirstBytes];
    private int[] _ends = new int[FirstArns];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(StartOf(index), _ends[index] - StartOf(index));

    /// <summary>Forgets all but the first ones.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>Adds a text if it is an ARN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("arn:"u8))
        {
            return;
        }

        var start = StartOf(Count);
        if (start + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + text.Length));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        text.CopyTo(_bytes.AsSpan(start));
        _ends[Count++] = start + text.Length;
    }

    private int StartOf(int index) => index == 0 ? 0 : _ends[index - 1];
}
