namespace SonraiControlTower.Benchmarks;

/// <summary>Numbers measured several times, told by their middle and their ends.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public double Median
    {
        get
        {
            var sorted = _values.Order().ToList();
            var middle = sorted.Count / 2;
            return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    public override string ToString() => FormattableString.Invariant($"median {Median:0.0}, {_values.Min():0.0} to {_values.Max():0.0}, n = {_values.Count}");
}
