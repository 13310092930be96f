namespace SonraiControlTower.Engine;

/// <summary>What statements of one layer say together, action by action. Null stands for no action.</summary>
internal sealed class Sums
{
    private ActionSet? _allowedSomewhere;
    private ActionSet? _maybeEverywhere;
    private ActionSet? _maybeSomewhere;
    private ActionSet? _deniedSomewhere;
    private ActionSet? _maybeDeniedEverywhere;
    private ActionSet? _maybeDeniedSomewhere;

    /// <summary>Allowed on every resource, come what may.</summary>
    public ActionSet? AllowedEverywhere { get; private set; }

    /// <summary>Allowed on some resource at least, come what may.</summary>
    public ActionSet? AllowedSomewhere => ActionSets.Union(AllowedEverywhere, _allowedSomewhere);

    /// <summary>Allowed on every resource, if conditions hold.</summary>
    public ActionSet? MaybeEverywhere => ActionSets.Union(AllowedEverywhere, _maybeEverywhere);

    /// <summary>Allowed on some resource at least, if conditions hold.</summary>
    public ActionSet? MaybeSomewhere => ActionSets.Union(ActionSets.Union(AllowedSomewhere, _maybeEverywhere), _maybeSomewhere);

    /// <summary>Denied on every resource, come what may.</summary>
    public ActionSet? DeniedEverywhere { get; private set; }

    /// <summary>Denied on some resource, come what may.</summary>
    public ActionSet? DeniedSomewhere => ActionSets.Union(DeniedEverywhere, _deniedSomewhere);

    /// <summary>Denied on every resource, if conditions hold.</summary>
    public ActionSet? MaybeDeniedEverywhere => ActionSets.Union(DeniedEverywhere, _maybeDeniedEverywhere);

    /// <summary>Denied on some resource, if conditions hold.</summary>
    public ActionSet? MaybeDeniedSomewhere => ActionSets.Union(ActionSets.Union(DeniedSomewhere, _maybeDeniedEverywhere), _maybeDeniedSomewhere);

    /// <summary>Adds a statement, where it says most; a set of a weaker word has it, too.</summary>
    /// <param name="actions">The statement.</param>
    /// <param name="holds">Whether its conditions hold: True or Unknown.</param>
    /// <param name="isEverywhere">Whether it is about every resource.</param>
    public void Add(StatementActions actions, Truth holds, bool isEverywhere)
    {
        switch (actions.Statement.Source.IsAllow, holds is Truth.True, isEverywhere)
        {
            case (true, true, true):
                AllowedEverywhere = actions.AddTo(AllowedEverywhere);
                break;
            case (true, true, false):
                _allowedSomewhere = actions.AddTo(_allowedSomewhere);
                break;
            case (true, false, true):
                _maybeEverywhere = actions.AddTo(_maybeEverywhere);
                break;
            case (true, false, false):
                _maybeSomewhere = actions.AddTo(_maybeSomewhere);
                break;
            case (false, true, true):
                DeniedEverywhere = actions.AddTo(DeniedEverywhere);
                break;
            case (false, true, false):
                _deniedSomewhere = actions.AddTo(_deniedSomewhere);
                break;
            case (false, false, true):
                _maybeDeniedEverywhere = actions.AddTo(_maybeDeniedEverywhere);
                break;
            case (false, false, false):
                _maybeDeniedSomewhere = actions.AddTo(_maybeDeniedSomewhere);
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
    public Sums DenialsOf(ActionSet actions) => new()
    {
        DeniedEverywhere = ActionSets.Intersect(DeniedEverywhere, actions),
        _deniedSomewhere = ActionSets.Intersect(_deniedSomewhere, actions),
        _maybeDeniedEverywhere = ActionSets.Intersect(_maybeDeniedEverywhere, actions),
        _maybeDeniedSomewhere = ActionSets.Intersect(_maybeDeniedSomewhere, actions),
    };

    private static ActionSet? Union(ActionSet? mine, ActionSet? other)
    {
        if (other is null)
        {
            return mine;
        }

        if (mine is null)
        {
            return other.Copy();
        }

        mine.UnionWith(other);
        return mine;
    }
}
