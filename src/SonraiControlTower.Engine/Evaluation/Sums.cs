namespace SonraiControlTower.Engine;

/// <summary>What statements of one layer say together, action by action. Null stands for no action.</summary>
/// <param name="size">How many actions the catalogue has.</param>
/// <param name="pool">Where sets are taken from; null for sets that stay.</param>
internal sealed class Sums(int size, ActionSetPool? pool = null)
{
    private ActionSet? _allowedSomewhere;
    private ActionSet? _maybeEverywhere;
    private ActionSet? _maybeSomewhere;
    private ActionSet? _deniedSomewhere;
    private ActionSet? _maybeDeniedEverywhere;
    private ActionSet? _maybeDeniedSomewhere;

    /// <summary>Allowed on every resource, come what may.</summary>
    public ActionSet? AllowedEverywhere { get; private set; }

    /// <summary>Denied on every resource, come what may.</summary>
    public ActionSet? DeniedEverywhere { get; private set; }

    // What these answer may be shared with the sums or be of the pool.

    /// <summary>Allowed on some resource at least, come what may.</summary>
    public ActionSet? AllowedSomewhere(ActionSetPool sets) => sets.Union(AllowedEverywhere, _allowedSomewhere);

    /// <summary>Allowed on every resource, if conditions hold.</summary>
    public ActionSet? MaybeEverywhere(ActionSetPool sets) => sets.Union(AllowedEverywhere, _maybeEverywhere);

    /// <summary>Allowed on some resource at least, if conditions hold.</summary>
    public ActionSet? MaybeSomewhere(ActionSetPool sets) => sets.Union(sets.Union(AllowedSomewhere(sets), _maybeEverywhere), _maybeSomewhere);

    /// <summary>Denied on some resource, come what may.</summary>
    public ActionSet? DeniedSomewhere(ActionSetPool sets) => sets.Union(DeniedEverywhere, _deniedSomewhere);

    /// <summary>Denied on every resource, if conditions hold.</summary>
    public ActionSet? MaybeDeniedEverywhere(ActionSetPool sets) => sets.Union(DeniedEverywhere, _maybeDeniedEverywhere);

    /// <summary>Denied on some resource, if conditions hold.</summary>
    public ActionSet? MaybeDeniedSomewhere(ActionSetPool sets) => sets.Union(sets.Union(DeniedSomewhere(sets), _maybeDeniedEverywhere), _maybeDeniedSomewhere);

    /// <summary>Adds a statement, where it says most; a set of a weaker word has it, too.</summary>
    /// <param name="actions">The statement.</param>
    /// <param name="holds">Whether its conditions hold: True or Unknown.</param>
    /// <param name="isEverywhere">Whether it is about every resource.</param>
    public void Add(StatementActions actions, Truth holds, bool isEverywhere)
    {
        switch (actions.Statement.Source.IsAllow, holds is Truth.True, isEverywhere)
        {
            case (true, true, true):
                AllowedEverywhere = With(AllowedEverywhere, actions);
                break;
            case (true, true, false):
                _allowedSomewhere = With(_allowedSomewhere, actions);
                break;
            case (true, false, true):
                _maybeEverywhere = With(_maybeEverywhere, actions);
                break;
            case (true, false, false):
                _maybeSomewhere = With(_maybeSomewhere, actions);
                break;
            case (false, true, true):
                DeniedEverywhere = With(DeniedEverywhere, actions);
                break;
            case (false, true, false):
                _deniedSomewhere = With(_deniedSomewhere, actions);
                break;
            case (false, false, true):
                _maybeDeniedEverywhere = With(_maybeDeniedEverywhere, actions);
                break;
            case (false, false, false):
                _maybeDeniedSomewhere = With(_maybeDeniedSomewhere, actions);
                break;
        }
    }

    public void Add(Sums other)
    {
        AllowedEverywhere = Union(AllowedEverywhere, other.AllowedEverywhere);
        _allowedSomewhere = Union(_allowedSomewhere, other._allowedSomewhere);
        _maybeEverywhere = Union(_maybeEverywhere, other._maybeEverywhere);
        _maybeSomewhere = Union(_maybeSomewhere, other._maybeSomewhere);
        DeniedEverywhere = Union(DeniedEverywhere, other.DeniedEverywhere);
        _deniedSomewhere = Union(_deniedSomewhere, other._deniedSomewhere);
        _maybeDeniedEverywhere = Union(_maybeDeniedEverywhere, other._maybeDeniedEverywhere);
        _maybeDeniedSomewhere = Union(_maybeDeniedSomewhere, other._maybeDeniedSomewhere);
    }

    /// <summary>The same denials, but of these actions only.</summary>
    public Sums DenialsOf(ActionSet actions, ActionSetPool sets) => new(size, sets)
    {
        DeniedEverywhere = sets.Intersect(DeniedEverywhere, actions),
        _deniedSomewhere = sets.Intersect(_deniedSomewhere, actions),
        _maybeDeniedEverywhere = sets.Intersect(_maybeDeniedEverywhere, actions),
        _maybeDeniedSomewhere = sets.Intersect(_maybeDeniedSomewhere, actions),
    };

    private ActionSet With(ActionSet? mine, StatementActions actions)
    {
        mine ??= pool?.New() ?? new ActionSet(size);
        actions.AddTo(mine);
        return mine;
    }

    private ActionSet? Union(ActionSet? mine, ActionSet? other)
    {
        if (other is null)
        {
            return mine;
        }

        if (mine is null)
        {
            return pool?.Copy(other) ?? other.Copy();
        }

        mine.UnionWith(other);
        return mine;
    }
}
