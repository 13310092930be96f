namespace SonraiControlTower.Engine;

/// <summary>The names, levels and traits of a catalogue's actions, in order.</summary>
internal sealed class CatalogNames(string source, DateTimeOffset asOf, int capacity)
{
    private readonly string[] _names = new string[capacity];
    private readonly AccessLevels[] _levels = new AccessLevels[capacity];
    private readonly ActionTraits[] _traits = new ActionTraits[capacity];
    private readonly int[] _serviceOf = new int[capacity];
    private readonly List<string> _services = [];
    private readonly List<int> _starts = [];

    public string Source { get; } = source;

    public DateTimeOffset AsOf { get; } = asOf;

    public int Actions { get; private set; }

    public IReadOnlyList<string> Services => _services;

    public string this[int action] => _names[action];

    public ReadOnlySpan<string> All => _names;

    public AccessLevels LevelsOf(int action) => _levels[action];

    public ActionTraits TraitsOf(int action) => _traits[action];

    /// <summary>The place of its service in <see cref="Services"/>.</summary>
    public int ServiceOf(int action) => _serviceOf[action];

    /// <summary>The first action of a service.</summary>
    public int StartOf(int service) => service == _starts.Count ? Actions : _starts[service];

    public void AddService(string prefix)
    {
        _services.Add(prefix);
        _starts.Add(Actions);
    }

    /// <exception cref="InvalidDataException">There are more than the head of the file says, or they are out of order.</exception>
    public void AddAction(ReadOnlySpan<char> name, AccessLevels levels, ActionTraits traits)
    {
        if (Actions == _names.Length || _services.Count == 0)
        {
            throw new InvalidDataException("The action catalogue has more actions than it says.");
        }

        var whole = string.Concat(_services[^1], ":", name);
        if (Actions > 0 && ActionName.Compare(_names[Actions - 1], whole) >= 0)
        {
            throw new InvalidDataException($"The action catalogue is out of order at '{whole}'.");
        }

        _names[Actions] = whole;
        _levels[Actions] = levels;
        _traits[Actions] = traits;
        _serviceOf[Actions] = _services.Count - 1;
        Actions++;
    }
}
