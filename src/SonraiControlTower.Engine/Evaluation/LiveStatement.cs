namespace SonraiControlTower.Engine;

/// <summary>A statement as it stands for one caller: its variables have their values, and its conditions hold or depend on the request.</summary>
internal sealed class LiveStatement
{
    private readonly List<Glob> _sure = [];
    private readonly List<Glob> _loose = [];
    private readonly bool _isNot;

    private LiveStatement(int layer, HeldPolicy policy, StatementActions actions, Truth holds)
    {
        Layer = layer;
        Policy = policy;
        Actions = actions;
        Holds = holds;
        _isNot = actions.Statement.Resources?.IsNot ?? false;
    }

    /// <summary>The number of the layer among those of the caller.</summary>
    public int Layer { get; }

    public HeldPolicy Policy { get; }

    public StatementActions Actions { get; }

    public Statement Source => Actions.Statement.Source;

    /// <summary>Whether its conditions hold: True or Unknown.</summary>
    public Truth Holds { get; }

    public bool IsAllow => Source.IsAllow;

    /// <summary>Whether it names the resources that it is not about.</summary>
    public bool IsNot => _isNot;

    /// <summary>The patterns that it names, surely.</summary>
    public IReadOnlyList<Glob> Sure => _sure;

    /// <summary>The patterns that it names with wildcards for the values that nobody knows.</summary>
    public IReadOnlyList<Glob> Loose => _loose;

    public bool IsEverywhere => _isNot ? _sure.Count + _loose.Count == 0 : _sure.Exists(glob => glob.IsAll);

    /// <summary>Null where it says nothing for this caller.</summary>
    public static LiveStatement? Of(int layer, HeldPolicy policy, StatementActions actions, in AccessRequest request)
    {
        var holds = actions.Statement.MeetsConditions(request, null);
        if (holds is Truth.False)
        {
            return null;
        }

        var live = new LiveStatement(layer, policy, actions, holds);
        if (actions.Statement.Resources is not { } resources)
        {
            live._sure.Add(Glob.All);
            return live;
        }

        live._sure.AddRange(resources.Globs);
        foreach (var template in resources.Templates)
        {
            switch (template.Resolve(request, out var marked))
            {
                case Truth.True:
                    live._sure.Add(Glob.FromMarked(marked));
                    break;
                case Truth.Unknown:
                    live._loose.Add(Glob.FromMarked(marked));
                    break;
            }
        }

        var saysNothing = live._isNot ? live._sure.Exists(glob => glob.IsAll) : live._sure.Count + live._loose.Count == 0;
        return saysNothing ? null : live;
    }

    /// <summary>Whether it is about this resource and holds.</summary>
    public Truth Applies(string resource)
    {
        var matches = _sure.Exists(glob => glob.Matches(resource)) ? Truth.True
            : _loose.Exists(glob => glob.Matches(resource)) ? Truth.Unknown : Truth.False;
        return Holds.And(_isNot ? matches.Not() : matches);
    }

    /// <summary>Adds it to what its layer says.</summary>
    public void AddTo(Sums sums)
    {
        if (_loose.Count == 0)
        {
            sums.Add(Actions, Holds, IsEverywhere);
            return;
        }

        // What depends on an unknown value is sure of nothing there: for a list of exceptions elsewhere, else where the values are known.
        var isSureSomewhere = _isNot ? !_loose.Exists(glob => glob.IsAll) : _sure.Count > 0;
        sums.Add(Actions, isSureSomewhere ? Holds : Truth.Unknown, !_isNot && IsEverywhere);
    }
}
