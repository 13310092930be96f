namespace SonraiControlTower.Engine;

/// <summary>A statement over the whole catalogue.</summary>
internal sealed class StatementActions
{
    /// <summary>Keys whose values the caller alone tells, whatever the request.</summary>
    private static readonly HashSet<string> _ofCaller = new(StringComparer.OrdinalIgnoreCase) { "aws:username", "aws:userid", "aws:FederatedProvider" };

    private readonly ActionCatalog _catalog;
    private readonly bool _isKept;

    /// <param name="statement">The statement.</param>
    /// <param name="catalog">The actions there are.</param>
    /// <param name="isKept">Whether its set is worth keeping, since many have the policy.</param>
    public StatementActions(CompiledStatement statement, ActionCatalog catalog, bool isKept)
    {
        Statement = statement;
        _catalog = catalog;
        _isKept = isKept;
        Reach = ReachOf(statement.Resources);
    }

    public CompiledStatement Statement { get; }

    public Reach Reach { get; }

    /// <summary>The actions it is about. Shared: copy it before you change it.</summary>
    public ActionSet Actions => _isKept ? field ??= Find() : Find();

    /// <summary>Whether one of its conditions asks for what the caller alone tells; all others need a request.</summary>
    public bool AsksForCaller => Statement.Conditions.Any(condition =>
        condition.Source.Key.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase) || _ofCaller.Contains(condition.Source.Key));

    /// <summary>Adds its actions to a set.</summary>
    public void AddTo(ActionSet set)
    {
        var source = Statement.Source;
        if (_isKept || source.IsNotAction)
        {
            set.UnionWith(Actions);
            return;
        }

        for (var i = 0; i < source.Actions.Count; i++)
        {
            _catalog.AddMatching(source.Actions[i], set);
        }
    }

    private ActionSet Find()
    {
        var source = Statement.Source;
        if (source.Actions.Count == 1 && !source.IsNotAction)
        {
            return _catalog.Matching(source.Actions[0]);
        }

        var named = new ActionSet(_catalog.Count);
        foreach (var pattern in source.Actions)
        {
            _catalog.AddMatching(pattern, named);
        }

        if (!source.IsNotAction)
        {
            return named;
        }

        var others = _catalog.All.Copy();
        others.ExceptWith(named);
        return others;
    }

    private static Reach ReachOf(ResourceMatcher? resources)
    {
        if (resources is null)
        {
            return Reach.All;
        }

        var hasAll = resources.Globs.Any(glob => glob.IsAll);
        if (hasAll)
        {
            return resources.IsNot ? Reach.None : Reach.All;
        }

        if (resources.Globs.Count + resources.Templates.Count == 0)
        {
            return resources.IsNot ? Reach.All : Reach.None;
        }

        return resources.Templates.Count > 0 ? Reach.Varying : Reach.Some;
    }
}

/// <summary>How far the Resource or NotResource of a statement reaches.</summary>
internal enum Reach
{
    None,
    Some,
    All,

    /// <summary>It depends on variables.</summary>
    Varying,
}
