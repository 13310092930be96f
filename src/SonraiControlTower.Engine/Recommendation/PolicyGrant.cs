namespace SonraiControlTower.Engine;

/// <summary>What a policy grants by itself, as sets of actions.</summary>
/// <param name="Allows">Its Allow statements, in their order.</param>
/// <param name="Granted">What these name together, without what the policy denies for everything and always.</param>
/// <param name="Denied">What the policy denies for everything and always; null for nothing.</param>
internal sealed record PolicyGrant(IReadOnlyList<StatementGrant> Allows, ActionSet Granted, ActionSet? Denied)
{
    public static PolicyGrant Of(Policy policy, ActionCatalog catalog)
    {
        var granted = new ActionSet(catalog.Count);
        ActionSet? denied = null;
        List<StatementGrant> allows = [];
        foreach (var statement in policy.Statements)
        {
            if (statement.IsAllow)
            {
                var grant = StatementGrant.Of(statement, catalog);
                allows.Add(grant);
                granted.UnionWith(grant.Actions);
            }
            else if (statement is { Conditions: [], IsNotResource: false, Resources: { } resources } && resources.Contains("*"))
            {
                denied ??= new ActionSet(catalog.Count);
                denied.UnionWith(StatementGrant.Of(statement, catalog).Actions);
            }
        }

        if (denied is not null)
        {
            granted.ExceptWith(denied);
        }

        return new PolicyGrant(allows, granted, denied);
    }

    /// <summary>
    /// Whether all of these actions stay. What the policy denies anyway may stay, too, so that a pattern need not be taken apart for it; but not what was
    /// tried and denied, of which nothing is to be seen in what is recommended.
    /// </summary>
    public bool IsKept(ActionSet actions, ActionSet kept, ActionSet onlyDenied)
    {
        if (Denied is null || actions.IsWithin(kept))
        {
            return actions.IsWithin(kept);
        }

        var rest = actions.Copy();
        rest.ExceptWith(kept);
        return rest.IsWithin(Denied) && !rest.Overlaps(onlyDenied);
    }
}

/// <summary>What a statement names.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Actions">The actions of the catalogue that it names. Shared: copy it before you change it.</param>
/// <param name="Patterns">Of each pattern of Action, what it names; empty for NotAction.</param>
internal sealed record StatementGrant(Statement Statement, ActionSet Actions, IReadOnlyList<ActionSet> Patterns)
{
    public static StatementGrant Of(Statement statement, ActionCatalog catalog)
    {
        ActionSet[] patterns = [.. statement.Actions.Select(catalog.Matching)];
        if (patterns is [var only] && !statement.IsNotAction)
        {
            return new StatementGrant(statement, only, patterns);
        }

        var named = new ActionSet(catalog.Count);
        foreach (var pattern in patterns)
        {
            named.UnionWith(pattern);
        }

        if (!statement.IsNotAction)
        {
            return new StatementGrant(statement, named, patterns);
        }

        var others = catalog.All.Copy();
        others.ExceptWith(named);
        return new StatementGrant(statement, others, []);
    }

    /// <summary>The patterns of Action that the catalogue has nothing for: mistyped ones, or of actions that are newer than it.</summary>
    public IEnumerable<string> Unknown
    {
        get
        {
            for (var i = 0; i < Patterns.Count; i++)
            {
                if (Patterns[i].IsEmpty)
                {
                    yield return Statement.Actions[i];
                }
            }
        }
    }
}
