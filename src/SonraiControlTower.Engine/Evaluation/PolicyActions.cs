namespace SonraiControlTower.Engine;

/// <summary>
/// A policy over the whole catalogue: what it says whoever has it, added up once, and the statements that depend on who that is. Null stands for no action.
/// </summary>
internal sealed class PolicyActions
{
    private PolicyActions(Policy policy, ActionCatalog catalog, bool isKept)
    {
        Catalog = catalog;
        (Plain, Unasked) = (new Sums(catalog.Count), new Sums(catalog.Count));
        foreach (var statement in policy.Compiled)
        {
            var actions = new StatementActions(statement, catalog, isKept);
            if (actions.Reach is Reach.None)
            {
                continue;
            }

            Statements.Add(actions);
            if (actions.Reach is Reach.Varying || actions.AsksForCaller)
            {
                Varying.Add(actions);
            }
            else if (statement.Conditions.Count > 0)
            {
                Asking.Add(actions);
            }
            else
            {
                Plain.Add(actions, Truth.True, actions.Reach is Reach.All);
            }
        }

        foreach (var actions in Asking)
        {
            Unasked.Add(actions, Truth.Unknown, actions.Reach is Reach.All);
        }
    }

    public ActionCatalog Catalog { get; }

    /// <summary>All statements that are about anything.</summary>
    public List<StatementActions> Statements { get; } = [];

    /// <summary>What its statements without conditions say.</summary>
    public Sums Plain { get; }

    /// <summary>What those with conditions say where nothing is known of the request.</summary>
    public Sums Unasked { get; }

    /// <summary>Statements whose conditions only a request can meet.</summary>
    public List<StatementActions> Asking { get; } = [];

    /// <summary>Statements that say something else for each caller.</summary>
    public List<StatementActions> Varying { get; } = [];

    /// <summary>What a policy says; remembered with a managed policy, as many have it.</summary>
    public static PolicyActions Of(HeldPolicy held, ActionCatalog catalog)
    {
        var policy = held.Policy;
        if (policy.Actions is { } known && known.Catalog == catalog)
        {
            return known;
        }

        var isKept = held.Arn is not null;
        var made = new PolicyActions(policy, catalog, isKept);
        if (isKept)
        {
            policy.Actions = made;
        }

        return made;
    }
}
