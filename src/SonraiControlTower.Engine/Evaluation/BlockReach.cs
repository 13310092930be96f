namespace SonraiControlTower.Engine;

/// <summary>
/// On which resources statements that are about one action allow it. For each pattern that all layers have in common a specimen is tried, a resource
/// which a Deny takes only if it takes the whole pattern: so the answer for all resources comes from a few.
/// </summary>
internal sealed class BlockReach
{
    private const int MostPatterns = 2_000;

    private readonly List<LiveStatement> _statements;
    private readonly int _layers;
    private readonly Truth _least;

    private BlockReach(List<LiveStatement> statements, int layers, Truth least)
    {
        _statements = statements;
        _layers = layers;
        _least = least;
        Find();
    }

    /// <summary>The patterns that it is allowed on.</summary>
    public IReadOnlyList<Glob> Patterns { get; private set; } = [];

    /// <summary>False where policies are built so that there may be more than the patterns found.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Where it is allowed whatever the request says.</summary>
    public static BlockReach Sure(List<LiveStatement> statements, int layers) => new(statements, layers, Truth.True);

    /// <summary>Where it is allowed, or may be.</summary>
    public static BlockReach Possible(List<LiveStatement> statements, int layers) => new(statements, layers, Truth.Unknown);

    private void Find()
    {
        List<Glob> common = [Glob.All];
        for (var layer = CallerLayers.DenyOnly + 1; layer < _layers && common.Count > 0; layer++)
        {
            var allows = _statements.FindAll(one => one.Layer == layer && one.IsAllow && one.Holds >= _least);
            if (!allows.Exists(one => !one.IsNot && Named(one).Any(glob => glob.IsAll)))
            {
                common = Narrow(common, allows.SelectMany(Allowed));
            }
        }

        // A Deny with NotResource spares what it names, and nothing else.
        foreach (var exception in _statements.Where(one => !one.IsAllow && one.IsNot && one.Holds > _least.Not()))
        {
            common = Narrow(common, Named(exception));
        }

        var found = new List<Glob>();
        foreach (var glob in common)
        {
            if (!found.Exists(wider => wider.Covers(glob)) && glob.Specimens().Any(IsAllowed))
            {
                found.RemoveAll(glob.Covers);
                found.Add(glob);
            }
        }

        Patterns = found;
    }

    /// <summary>A list of exceptions may allow anything, though not everything: what others of the layer name has to be tried besides.</summary>
    private IEnumerable<Glob> Allowed(LiveStatement statement) => statement.IsNot ? [Glob.All] : Named(statement);

    private IEnumerable<Glob> Named(LiveStatement statement) =>
        _least is Truth.True ? statement.Sure : statement.Sure.Concat(statement.Loose);

    private List<Glob> Narrow(List<Glob> common, IEnumerable<Glob> by)
    {
        var patterns = by.ToList();
        var narrowed = new List<Glob>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in common)
        {
            foreach (var other in patterns)
            {
                var both = GlobIntersection.Of(one, other);
                narrowed.AddRange(both.Patterns.Where(glob => seen.Add(glob.Marked)));
                IsComplete &= both.IsComplete;
                if (narrowed.Count > MostPatterns)
                {
                    IsComplete = false;
                    return narrowed;
                }
            }
        }

        return narrowed;
    }

    private bool IsAllowed(string resource)
    {
        for (var layer = CallerLayers.DenyOnly + 1; layer < _layers; layer++)
        {
            if (!_statements.Exists(one => one.Layer == layer && one.IsAllow && one.Applies(resource) >= _least))
            {
                return false;
            }
        }

        return !_statements.Exists(one => !one.IsAllow && one.Applies(resource) > _least.Not());
    }
}
