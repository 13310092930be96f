namespace SonraiControlTower.Engine;

/// <summary>A call as records name it.</summary>
/// <param name="Source">Such as <c>s3.amazonaws.com</c>.</param>
/// <param name="Name">Such as <c>GetObject</c>.</param>
internal sealed record LogCall(string Source, string Name);

/// <summary>Gives names numbers from 0, which are the same for all threads.</summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _values = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _values.Count;
            }
        }
    }

    public T this[int number]
    {
        get
        {
            lock (_gate)
            {
                return _values[number];
            }
        }
    }

    public int Of(T value)
    {
        lock (_gate)
        {
            if (!_numbers.TryGetValue(value, out var number))
            {
                number = _values.Count;
                _numbers.Add(value, number);
                _values.Add(value);
            }

            return number;
        }
    }
}

/// <summary>The numbers of what records name, for as long as an import runs.</summary>
internal sealed class ActivityWords
{
    public ActivityWords() => Errors.Of("");

    public Numbering<LogPrincipal> Principals { get; } = new();

    public Numbering<LogCall> Calls { get; } = new();

    /// <summary>Error codes; 0 is none.</summary>
    public Numbering<string> Errors { get; } = new();

    public Numbering<string> Accounts { get; } = new();
}
