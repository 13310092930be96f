namespace SonraiControlTower.TestKit;

/// <summary>Numbers that look like chance and are the same for the same seed: xorshift64*.</summary>
internal sealed class EstateNumbers(int seed)
{
    private ulong _state = ((ulong)(uint)seed * 0x9E3779B97F4A7C15) | 1;

    public ulong Next()
    {
        unchecked
        {
            _state ^= _state >> 12;
            _state ^= _state << 25;
            _state ^= _state >> 27;
            return _state * 0x2545F4914F6CDD1D;
        }
    }

    /// <summary>From 0 to the limit, which is not included.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public string Hex() => Next().ToString("x16", System.Globalization.CultureInfo.InvariantCulture) + Next().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
