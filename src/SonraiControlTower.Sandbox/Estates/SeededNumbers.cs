namespace SonraiControlTower.Sandbox;

/// <summary>
/// Numbers that look like chance and are the same for the same seed on every runtime: SplitMix64
/// (<see href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, 2014</see>). Not for secrets.
/// </summary>
internal sealed class SeededNumbers(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>A number from 0 to <paramref name="limit"/>, the limit not included.</summary>
    public long Below(long limit) => (long)(Next() % (ulong)limit);

    /// <summary>Any number of 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>32 hexadecimal digits.</summary>
    public string Hex() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Next():x16}{Next():x16}");
}
